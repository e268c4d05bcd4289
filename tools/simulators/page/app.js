import { call, follow } from './api.js'
import { drawNavigation } from './navigation.js'
import { openMail } from './mail.js'
import { openSandbox } from './sandbox.js'
import { openSms } from './sms.js'
import { openTelegram } from './telegram.js'

const SECTIONS = { telegram: openTelegram, sandbox: openSandbox, sms: openSms, mail: openMail }
const main = document.querySelector('#main')
let section = { update: () => undefined }
let state

/** `#telegram/100001/7000000001`, `#sms`, `#mail/12` */
function place() {
  const [name, ...rest] = location.hash.slice(1).split('/')
  return name in SECTIONS ? { name, rest } : { name: 'telegram', rest: [] }
}

async function load() {
  const [bots, sandbox, sms, gateways, mails] = await Promise.all([
    call('/telegram/control/bots'),
    call('/sandbox/control/accounts'),
    call('/sms/messages'),
    call('/sms/control'),
    call('/mail/messages'),
  ])
  return { bots, sandbox, sms, gateways, mails }
}

async function update() {
  state = await load()
  drawNavigation(state, place())
  await section.update(state)
}

async function open() {
  const { name, rest } = place()
  main.replaceChildren()
  main.className = name
  section = SECTIONS[name](main, rest)
  await update()
}

addEventListener('hashchange', open)
const { inbox } = await call('/local')
document.querySelector('#inbox').href = inbox
await open()
follow(update)
