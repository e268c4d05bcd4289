import { relative } from 'node:path'
import { localPort } from '#shared/local/ports.ts'
import { demoPeople } from '#tools/demo/people.ts'
import { ROOT, localUrl, stackDirectories } from './layout.ts'
import type { DemoFacts } from './lookForDemo.ts'

interface ReadyFacts {
  readonly base: number
  readonly rebuilds: boolean
  readonly demo: DemoFacts
}

/** All a newcomer needs to get from here to a conversation. */
export function readyBlock({ base, rebuilds, demo }: ReadyFacts): string {
  const { data, logs } = stackDirectories(base)
  const simulators = localUrl(localPort(base, 'simulators'))
  const lines = [
    ['ready', `Pact is at ${localUrl(localPort(base, rebuilds ? 'dev' : 'hosting'))}`],
    ['', ''],
    ...(demo.hasPeople ? signIns() : [['sign in', 'any phone number; a new one founds a company']]),
    ['codes, mail', `${simulators}/  what the SMS gateway and the mail server were given`],
    ['customers', `${simulators}/  write to the Telegram bot, and see what the customer sees`],
    ['widget', widgetLine(base, demo.widgetId)],
    ['', ''],
    ['data, logs', `${relative(ROOT, data)}, ${relative(ROOT, logs)}`],
    ['stop', 'Ctrl-C; begin anew with npm start -- --fresh'],
  ]
  return `\n${lines.map(([name = '', text = '']) => `${name.padEnd(13)}${text}`.trimEnd()).join('\n')}\n`
}

function signIns(): string[][] {
  return demoPeople.map(({ phone, name, role }, at) => [
    at === 0 ? 'sign in' : '',
    `${phone}  ${name}, ${role}`,
  ])
}

function widgetLine(base: number, widgetId: string): string {
  if (widgetId === '') return 'connect one in Pact under channels; its page leads to a site to try it on'
  const site = `${localUrl(localPort(base, 'hosting'))}/widget-demo.html?widget=${widgetId}`
  return `${site}  a site with the widget on it`
}
