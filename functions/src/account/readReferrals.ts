import { randomInt } from 'node:crypto'
import type { UserId } from '#shared/domain/ids.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { find } from '#functions/store/store.ts'

/** Nothing one would read as something else: no i, l, o, 0 or 1. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const CODE_LENGTH = 8

const MOST_SHOWN = 200

/** What a person's referral link ends in, made when first asked for, and who registered by it, newest first. */
export async function readReferrals(userId: UserId) {
  const code = await codeOf(userId)
  const found = await find('referralsOf', { equals: [userId] }, MOST_SHOWN)
  return { code, registered: found.map(({ data }) => ({ name: data.name, at: data.createdAt })) }
}

function codeOf(userId: UserId): Promise<string> {
  return contendedTransaction(async (unit) => {
    const place = ['userSecrets', { userId, document: 'referral' }] as const
    const known = await unit.get(...place)
    if (known?.referralCode) return known.referralCode
    const referralCode = newCode()
    unit.set(place, { ...known, referralCode })
    unit.create(['referralCodes', { referralCode }], { userId })
    return referralCode
  })
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
