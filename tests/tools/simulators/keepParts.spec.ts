import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunningSimulators } from '#tools/simulators/startSimulators.ts'
import { askText } from './support/askText.ts'
import { callJson } from './support/callJson.ts'
import { startOnFreePorts } from './support/startedSimulators.ts'
import { Telegram, TelegramCustomer } from './support/Telegram.ts'
import { WebhookReceiver } from './support/WebhookReceiver.ts'

let folder = ''
let running: RunningSimulators
const bodyOf = async (path: string) => (await callJson(`${running.url}/${path}`)).body

async function start(): Promise<void> {
  running = await startOnFreePorts({ stateDirectory: folder })
}

async function restart(): Promise<void> {
  await running.close()
  await start()
}

/** The same bot, seen through the simulators that run now. */
async function knownBot(id: number): Promise<Telegram> {
  return Telegram.withKnownBot(running.url, id)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pact-simulators-'))
  await start()
})
afterEach(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('after a restart', () => {
  it('a bot that was added is there, with its token, webhook and chats', async () => {
    const before = await Telegram.withNewBot(running.url)
    await before.call('setWebhook', { url: 'http://127.0.0.1:1/hook', secret_token: 'hush' })
    const { chatId } = await before.startedCustomer()
    await before.call('sendMessage', { chat_id: chatId, text: 'Здравствуйте' })

    await restart()

    const bot = await knownBot(before.id)
    expect(bot.token).toBe(before.token)
    expect(await new TelegramCustomer(bot, chatId).texts()).toEqual(['/start', 'Здравствуйте'])
    expect((await bot.call('getWebhookInfo')).result).toMatchObject({ url: 'http://127.0.0.1:1/hook' })
    expect(await bot.call('sendMessage', { chat_id: chatId, text: 'Снова здесь' })).toMatchObject({
      ok: true,
    })
  })

  it('files can be looked at', async () => {
    const before = await Telegram.withNewBot(running.url)
    const customer = await before.startedCustomer()
    await customer.write({ document: { name: 'счёт.txt', base64: Buffer.from('4187').toString('base64') } })

    await restart()

    const { messages } = await new TelegramCustomer(await knownBot(before.id), customer.chatId).view()
    const file = messages.at(-1)?.file
    expect(file?.name).toBe('счёт.txt')
    expect((await askText(`${running.url}${file?.url ?? ''}`)).body).toBe('4187')
  })

  it('an update that nobody took is sent again', async () => {
    const before = await Telegram.withNewBot(running.url)
    const receiver = await new WebhookReceiver().open()
    receiver.reply = () => ({ status: 503 })
    await before.call('setWebhook', { url: receiver.url })
    await (await before.customer()).write({ text: 'Вы открыты?' })
    await expect.poll(() => receiver.texts).toContain('Вы открыты?')
    receiver.received.length = 0
    receiver.reply = () => ({ status: 200 })

    await restart()

    await expect.poll(() => receiver.texts).toEqual(['Вы открыты?'])
    await receiver.close()
  })

  it('codes, mails and balances are there', async () => {
    await askText(`${running.url}/smsru/sms/send`, { api_id: 'local', to: '79000000142', msg: 'Код 4187' })
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: running.smtpPort })
    await transport.sendMail({
      from: 'a@pact.test',
      to: 'olga@teply.test',
      subject: 'Приглашение',
      text: 'x',
    })
    transport.close()

    await restart()

    expect(await bodyOf('sms/messages')).toMatchObject([{ code: '4187' }])
    expect(await bodyOf('mail/messages')).toMatchObject([{ subject: 'Приглашение' }])
    expect(await bodyOf('sms/control')).toMatchObject([{ balance: 99995.5 }, { balance: 100000 }])
  })

  it('nothing is there when the folder is gone', async () => {
    await Telegram.withNewBot(running.url)
    await running.close()
    rmSync(folder, { recursive: true })
    await start()

    expect(await bodyOf('telegram/control/bots')).toHaveLength(2)
  })
})
