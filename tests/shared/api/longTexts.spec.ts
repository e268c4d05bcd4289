import { describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { changeAvatarContract, changeEmailContract } from '#shared/api/account.ts'
import { changeCompanyContract } from '#shared/api/companies.ts'
import { deleteTagContract, tagContactContract } from '#shared/api/contacts.ts'
import { emailSchema } from '#shared/api/email.ts'
import { inviteMembersContract } from '#shared/api/members.ts'
import { reactToMessageContract } from '#shared/api/messageChanges.ts'
import { registerCompanyContract } from '#shared/api/signIn.ts'

const MANY = 5000
/** No address, and only its end says so: each dot is a place to begin anew. */
const DOTS = `x@${'a.'.repeat(MANY)}@`
/** Each mark belongs before all those of the other kind. */
const ACCENTS = `a${'\u0300\u0316'.repeat(MANY)}`

function issuesOf(schema: z.ZodMiniType, value: unknown): string[] {
  const { error } = schema.safeParse(value)
  const codes = error?.issues.flatMap((issue) =>
    issue.code === 'invalid_union' ? issue.errors.flat().map(({ code }) => code) : [issue.code],
  )
  return codes ?? []
}

const place = { companyId: 'ours', conversationId: 'talk' }
const naming = { requestKey: 'made-by-the-browser', personName: 'Анна', companyName: 'Новая' }
const inviting = { companyId: 'ours', companyIds: ['ours'], role: 'operator', locale: 'ru' }

describe('a text without end', () => {
  it.each([
    ['an address', emailSchema, DOTS],
    ['the address of a company’s maker', registerCompanyContract.request, { ...naming, email: DOTS }],
    ['an invited address', inviteMembersContract.request, { ...inviting, emails: [DOTS] }],
    ['a picture', changeAvatarContract.request, { image: `${'a'.repeat(4 * 1024 * 1024)}!` }],
    ['a time zone', changeCompanyContract.request, { companyId: 'ours', timeZone: 'a'.repeat(MANY) }],
    ['a reaction', reactToMessageContract.request, { ...place, messageId: 'first', emoji: 'ж'.repeat(MANY) }],
    ['a tag', tagContactContract.request, { ...place, contactId: 'olga', tags: [ACCENTS] }],
    ['a tag to be deleted', deleteTagContract.request, { companyId: 'ours', name: ACCENTS }],
  ])('given as %s is too long, and nothing else is asked of it', (_name, schema, value) => {
    expect(issuesOf(schema, value)).toEqual(['too_big'])
  })

  it('given as one’s new address is too long as well', () => {
    expect(issuesOf(changeEmailContract.request, { email: DOTS })).toEqual(['invalid_value', 'too_big'])
  })

  it('is not made shorter before it is measured, where that takes long', () => {
    const name = `${' '.repeat(160)}a`
    expect(issuesOf(deleteTagContract.request, { companyId: 'ours', name })).toEqual(['too_big'])
  })
})

describe('an address', () => {
  it.each(['anna@mail.example', `${'a'.repeat(64)}@${'b'.repeat(185)}.ru`])('%s is one', (email) => {
    expect(issuesOf(emailSchema, email)).toEqual([])
  })

  it.each(['anna', 'anna@mail', '@mail.example', 'a@b.c', 'anna@mail.example, olga@mail.example'])(
    '%s is none',
    (email) => {
      expect(issuesOf(emailSchema, email)).toEqual(['invalid_format'])
    },
  )
})
