import { describe, expect, it } from 'vitest'
import { deliver } from '../../../../web/widget/frame/deliver.ts'
import type { UnsentMessage } from '../../../../web/widget/frame/unsentMessage.ts'
import type { Answer, OutgoingMessage, WidgetRequests } from '../../../../web/widget/frame/widgetRequests.ts'

const who = { sessionId: 'session', sessionToken: 'token' }
const text: UnsentMessage = { id: 'a', text: 'Вопрос', writtenAt: 1 }
const withFile: UnsentMessage = { ...text, file: { name: 'a.png', blob: new Blob(['a']) } }

const refused = (status: number, retryAfterMs?: number) => ({ ok: false as const, status, retryAfterMs })

function requestsAnswering(answers: {
  message?: Answer<{ messageId: string }> | ((message: OutgoingMessage) => Answer<{ messageId: string }>)
  file?: Answer<{ receipt: string }>
}) {
  const sent: OutgoingMessage[] = []
  const unused = () => Promise.reject(new Error('not part of sending'))
  const requests: WidgetRequests = {
    open: unused,
    receipt: unused,
    fileLink: unused,
    file: () => Promise.resolve(answers.file ?? { ok: true, body: { receipt: 'receipt' } }),
    message(_who, message) {
      sent.push(message)
      const answer = typeof answers.message === 'function' ? answers.message(message) : answers.message
      return Promise.resolve(answer ?? { ok: true, body: { messageId: 'stored' } })
    },
  }
  return { requests, sent }
}

const ignore = () => undefined

describe('an attempt', () => {
  it('hands the file in first and names it in the message', async () => {
    const { requests, sent } = requestsAnswering({})
    const kept: string[] = []
    expect(await deliver(requests, who, withFile, (receipt) => kept.push(receipt))).toEqual({ is: 'sent' })
    expect(sent).toEqual([{ id: 'a', text: 'Вопрос', files: ['receipt'] }])
    expect(kept).toEqual(['receipt'])
  })

  it('sends no message whose file was not taken', async () => {
    const { requests, sent } = requestsAnswering({ file: refused(415) })
    expect(await deliver(requests, who, withFile, ignore)).toEqual({ is: 'failed', reason: 'fileRefused' })
    expect(sent).toEqual([])
  })

  it('hands a file in anew that is no longer kept, once', async () => {
    const kept: string[] = []
    const handedIn = { ...withFile, receipt: 'old' }
    const { requests, sent } = requestsAnswering({
      message: ({ files }) =>
        files[0] === 'old' ? refused(410) : { ok: true, body: { messageId: 'stored' } },
    })
    expect(await deliver(requests, who, handedIn, (receipt) => kept.push(receipt))).toEqual({ is: 'sent' })
    expect(sent.map(({ files }) => files)).toEqual([['old'], ['receipt']])
    expect(kept).toEqual(['receipt'])

    const never = requestsAnswering({ message: refused(410) })
    expect(await deliver(never.requests, who, handedIn, ignore)).toEqual({
      is: 'failed',
      reason: 'refused',
    })
    expect(never.sent).toHaveLength(2)
  })

  it.each([
    [refused(0), { is: 'later', why: 'offline', afterMs: undefined }],
    [refused(429, 7000), { is: 'later', why: 'slowDown', afterMs: 7000 }],
    [refused(503), { is: 'later', why: 'serverFault', afterMs: undefined }],
    [refused(401), { is: 'sessionRefused' }],
    [refused(404), { is: 'failed', reason: 'unavailable' }],
    [refused(413), { is: 'failed', reason: 'fileTooLarge' }],
    [refused(400), { is: 'failed', reason: 'refused' }],
  ])('answered %j ends as %j', async (message, outcome) => {
    const { requests } = requestsAnswering({ message })
    expect(await deliver(requests, who, text, ignore)).toEqual(outcome)
  })
})
