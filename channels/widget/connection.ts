import { randomBytes } from 'node:crypto'
import type { ChannelConnection } from '../adapter.ts'
import type { WidgetSettings } from './settings.ts'

/** A widget is nobody's account elsewhere: asking for one makes it, and connecting keeps what was made. */
export const widgetConnection: ChannelConnection<WidgetSettings> = {
  identify: (form) => Promise.resolve({ accountId: newAccountId(), ...naming(form) }),
  connect: (form, { secret }) =>
    Promise.resolve({
      accountId: form['accountId'] ?? newAccountId(),
      ...naming(form),
      settings: {
        secret,
        title: form['title'] ?? '',
        greeting: form['greeting'] ?? '',
        colour: form['colour'] ?? '',
      },
    }),
  disconnect: () => Promise.resolve(),
}

/** Public: it stands in the code on the company's site. */
function newAccountId(): string {
  return randomBytes(12).toString('hex')
}

function naming(form: Readonly<Record<string, string>>): { name: string; handle: string } {
  return { name: form['title'] || 'Виджет на сайте', handle: '' }
}
