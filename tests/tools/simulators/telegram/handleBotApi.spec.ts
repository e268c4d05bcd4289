import { describe, expect, it } from 'vitest'
import { startedSimulators } from '../support/startedSimulators.ts'
import { Telegram, type TelegramCustomer } from '../support/Telegram.ts'

/** A clock that hardly moves: no limit recovers while a test runs. */
const STANDSTILL = 0.001
const lenient = startedSimulators({ clockFactor: STANDSTILL })

async function scene(url: string): Promise<{ telegram: Telegram; anna: TelegramCustomer }> {
  const telegram = await Telegram.withNewBot(url)
  return { telegram, anna: await telegram.startedCustomer() }
}

describe('limits of the Bot API', () => {
  const documented = startedSimulators({ rateLimits: 'documented', clockFactor: STANDSTILL })

  it('answer a second message to one chat within a second by 429', async () => {
    const { telegram, anna } = await scene(documented().url)
    const send = () => telegram.call('sendMessage', { chat_id: anna.chatId, text: 'x' })

    await send()

    expect(await send()).toMatchObject({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    expect(await anna.texts()).toEqual(['/start', 'x'])
  })

  it('leave other chats alone', async () => {
    const { telegram, anna } = await scene(documented().url)
    const boris = await telegram.startedCustomer()

    await telegram.call('sendMessage', { chat_id: anna.chatId, text: 'x' })

    expect(await telegram.call('sendMessage', { chat_id: boris.chatId, text: 'x' })).toMatchObject({
      ok: true,
    })
  })

  it('let thirty messages a second through in all', async () => {
    const { telegram } = await scene(documented().url)
    const customers = await Promise.all(Array.from({ length: 70 }, () => telegram.startedCustomer()))

    const answers = await Promise.all(
      customers.map(({ chatId }) => telegram.call('sendMessage', { chat_id: chatId, text: 'x' })),
    )

    expect(answers.filter(({ ok }) => ok)).toHaveLength(30)
  })

  it('allow a short burst where they are lenient', async () => {
    const { telegram, anna } = await scene(lenient().url)
    const burst = Array.from({ length: 25 }, () =>
      telegram.call('sendMessage', { chat_id: anna.chatId, text: 'x' }),
    )

    const codes = (await Promise.all(burst)).map(({ status }) => status)

    expect(codes.filter((code) => code === 200)).toHaveLength(20)
    expect(codes.filter((code) => code === 429)).toHaveLength(5)
  })
})

describe('faults of the Bot API', () => {
  it('answer the next sends by 500 and send nothing', async () => {
    const { telegram, anna } = await scene(lenient().url)
    const send = () => telegram.call('sendMessage', { chat_id: anna.chatId, text: 'x' })
    await telegram.control('faults', { sends: { kind: 'error500', count: 2 } })

    expect([await send(), await send()]).toMatchObject([{ error_code: 500 }, { error_code: 500 }])
    expect(await anna.texts()).toEqual(['/start'])
    expect(await send()).toMatchObject({ ok: true })
  })

  it('answer by 429 with the seconds they were told', async () => {
    const { telegram, anna } = await scene(lenient().url)
    await telegram.control('faults', { sends: { kind: 'tooManyRequests', retryAfter: 17 } })

    const response = await fetch(telegram.methodUrl('sendMessage'), {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(anna.chatId), text: 'x' }),
    })

    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('17')
    expect(await response.json()).toMatchObject({ parameters: { retry_after: 17 } })
  })

  it('cut the connection after the customer has got the message', async () => {
    const { telegram, anna } = await scene(lenient().url)
    await telegram.control('faults', { sends: { kind: 'dropAnswer' } })

    await expect(telegram.call('sendMessage', { chat_id: anna.chatId, text: 'x' })).rejects.toThrow(
      'fetch failed',
    )

    expect(await anna.texts()).toEqual(['/start', 'x'])
  })

  it('never answer, and send nothing, when they play a time-out', async () => {
    const { telegram, anna } = await scene(lenient().url)
    await telegram.control('faults', { sends: { kind: 'timeout' } })
    const patience = AbortSignal.timeout(300)

    const call = fetch(telegram.methodUrl('sendMessage'), {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(anna.chatId), text: 'x' }),
      signal: patience,
    })

    await expect(call).rejects.toThrow('timeout')
    expect(await anna.texts()).toEqual(['/start'])
  })

  it('never answer, though the customer has got the message, when they hold the answer back', async () => {
    const { telegram, anna } = await scene(lenient().url)
    await telegram.control('faults', { sends: { kind: 'holdAnswer' } })

    const call = fetch(telegram.methodUrl('sendMessage'), {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(anna.chatId), text: 'x' }),
      signal: AbortSignal.timeout(300),
    })

    await expect(call).rejects.toThrow('timeout')
    expect(await anna.texts()).toEqual(['/start', 'x'])
  })

  it('last until they are taken back', async () => {
    const { telegram, anna } = await scene(lenient().url)
    const send = () => telegram.call('sendMessage', { chat_id: anna.chatId, text: 'x' })
    await telegram.control('faults', { sends: { kind: 'error500', count: 'all' } })
    expect([await send(), await send(), await send()].map(({ status }) => status)).toEqual([500, 500, 500])

    await telegram.control('faults', { sends: null })

    expect(await send()).toMatchObject({ ok: true })
  })

  it('spare what is no send', async () => {
    const { telegram } = await scene(lenient().url)
    await telegram.control('faults', { sends: { kind: 'error500', count: 'all' } })

    expect(await telegram.call('getMe')).toMatchObject({ ok: true })
  })
})
