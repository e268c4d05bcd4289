import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { firestore } from '#functions/store/firestore.ts'
import { get, transaction } from '#functions/store/store.ts'
import { queueMail } from '#functions/mail/queueMail.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { NOON } from '#tests/builders/moments.ts'
import { useEmulatorProject } from '../emulatorProject.ts'
import { aLetter, queuedMail } from './queuedMail.ts'

const project = useEmulatorProject('mail-queue')

beforeEach(() => project.clear())
afterAll(() => project.close())

describe('a letter', () => {
  it('waits, and is due at once', async () => {
    const mailId = await queuedMail({}, NOON)
    expect(await get('mails', { mailId })).toEqual({
      ...aLetter,
      state: 'queued',
      attempts: 0,
      reason: '',
      nextAttemptAt: NOON,
      createdAt: NOON,
      expiresAt: NOON + 30 * DAY_MS,
    })
  })

  it('is not ordered when the deed it follows from fails', async () => {
    const deed = transaction(async (unit) => {
      await Promise.resolve()
      queueMail(unit, aLetter, NOON)
      throw new Error('the deed')
    })
    await expect(deed).rejects.toThrow('the deed')
    expect((await firestore().collection('mails').count().get()).data().count).toBe(0)
  })

  it.each(['a@b.test, eve@evil.test', 'a@b.test\r\nBcc: eve@evil.test', 'Анна <a@b.test>', 'a@b.test>', ''])(
    'goes to one address and nothing else: %j',
    async (to) => {
      await expect(queuedMail({ to }, NOON)).rejects.toThrow()
    },
  )
})
