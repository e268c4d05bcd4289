import { h, redraw } from './dom.js'
import { exactTimeOf, sizeOf } from './texts.js'

/** As the mail's own policy says: nothing in it runs, its links open in tabs of their own. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'
const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/

/** What the product has sent by mail, newest first. */
export function openMail(main, [openId]) {
  const list = h('ul', { className: 'mails' })
  const reading = h('article', { className: 'reading' })
  main.append(list, reading)
  return {
    update({ mails }) {
      const open = mails.find(({ id }) => id === openId) ?? mails[0]
      redraw(list, [mails, open?.id], () =>
        mails.length === 0 ? nothing() : mails.map((mail) => row(mail, open)),
      )
      redraw(reading, open, () => (open ? mailOf(open) : []))
    },
  }
}

function nothing() {
  return h('li', { className: 'empty' }, 'Писем нет')
}

function row({ id, to, subject, at }, open) {
  return h(
    'li',
    {},
    h(
      'a',
      { href: `#mail/${id}`, 'aria-current': id === open.id ? 'page' : undefined },
      h('b', {}, subject || 'Без темы'),
      h('time', {}, exactTimeOf(at)),
      h('span', {}, to.join(', ')),
    ),
  )
}

function mailOf({ id, from, to, subject, text, html, at, attachments }) {
  return [
    h('h2', {}, subject || 'Без темы'),
    h(
      'dl',
      {},
      ...[
        ['От', from],
        ['Кому', to.join(', ')],
        ['Время', exactTimeOf(at)],
      ].flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]),
      ...(attachments.length === 0
        ? []
        : [
            h('dt', {}, 'Вложения'),
            h('dd', {}, attachments.map(({ name, size }) => `${name}, ${sizeOf(size)}`).join('; ')),
          ]),
    ),
    html && h('iframe', { src: `/mail/messages/${id}/html`, title: 'Письмо', sandbox: SANDBOX }),
    html ? h('details', {}, h('summary', {}, 'Текст без оформления'), plainText(text)) : plainText(text),
  ]
}

/** Every second part is an address. */
function plainText(text) {
  const parts = text
    .split(ADDRESS)
    .map((part, at) =>
      at % 2 === 0 ? part : h('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part),
    )
  return h('pre', {}, ...parts)
}
