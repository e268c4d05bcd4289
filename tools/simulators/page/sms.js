import { copy } from './api.js'
import { h, redraw } from './dom.js'
import { icon } from './icons.js'
import { openSmsGateways } from './smsGateways.js'
import { exactTimeOf, phoneOf } from './texts.js'

const MAX_SHOWN = 100

/** What came to phones, newest first, and beside it the gateways that brought it. */
export function openSms(main) {
  const list = h('ul', { className: 'codes' })
  const panel = h('section', { className: 'panel', ariaLabel: 'SMS-шлюзы' })
  main.append(h('section', { className: 'column' }, h('h2', { className: 'title' }, 'SMS-коды'), list), panel)
  const gatewayCards = openSmsGateways(panel)
  return {
    update({ sms, gateways }) {
      gatewayCards.update(gateways)
      redraw(list, sms.slice(0, MAX_SHOWN), () =>
        sms.length === 0 ? [nothing()] : sms.slice(0, MAX_SHOWN).map(row),
      )
    },
  }
}

function nothing() {
  return h(
    'li',
    { className: 'empty' },
    'Сообщений нет. Код для входа появится здесь, как только его запросят.',
  )
}

function row({ phone, text, code, at }) {
  return h(
    'li',
    {},
    h(
      'div',
      { className: 'code' },
      code ? h('output', {}, code) : h('span', {}, 'без кода'),
      code &&
        h(
          'button',
          {
            type: 'button',
            className: 'icon',
            title: 'Скопировать код',
            ariaLabel: `Скопировать код ${code}`,
            onclick: () => copy(code),
          },
          icon('copy'),
        ),
    ),
    h('div', {}, h('b', {}, phoneOf(phone)), h('time', {}, exactTimeOf(at)), h('p', {}, text)),
  )
}
