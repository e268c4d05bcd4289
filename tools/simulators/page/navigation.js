import { addCustomer } from './newCustomer.js'
import { h, redraw } from './dom.js'
import { icon } from './icons.js'
import { customerName, initialsOf, lineOf, timeOf } from './texts.js'

const navigation = document.querySelector('#navigation')

export function drawNavigation({ bots, sms, mails }, { name, rest }) {
  const shownBots = bots.slice(0, 12)
  const facts = [shownBots.map(({ id, customers }) => [id, customers]), sms.length, mails.length, name, rest]
  redraw(navigation, facts, () => [
    h('h2', {}, 'Telegram'),
    ...shownBots.map((bot) => botSection(bot, name === 'telegram' ? rest : [])),
    h('h2', {}, 'Песочница'),
    plainLink('#sandbox', 'plus', 'Мессенджер, который умеет всё', 0, name === 'sandbox'),
    h('h2', {}, 'Сообщения'),
    plainLink('#sms', 'sms', 'SMS-коды', sms.length, name === 'sms'),
    plainLink('#mail', 'mail', 'Почта', mails.length, name === 'mail'),
  ])
}

function botSection({ id, name, username, customers }, [botId, chatId]) {
  return h(
    'section',
    {},
    h(
      'div',
      { className: 'bot' },
      h(
        'a',
        { href: `#telegram/${id}`, 'aria-current': botId === String(id) && !chatId ? 'page' : undefined },
        h('b', {}, name),
        h('span', {}, `@${username}`),
      ),
      h(
        'button',
        { className: 'icon', type: 'button', title: 'Новый клиент', onclick: () => addCustomer(id) },
        icon('plus'),
        h('span', { className: 'unseen' }, `Новый клиент бота «${name}»`),
      ),
    ),
    h('ul', {}, ...customers.slice(0, 30).map((customer) => customerLink(id, customer, chatId))),
  )
}

function customerLink(botId, customer, chatId) {
  const name = customerName(customer)
  const { last } = customer
  const line = customer.isBlocked ? 'Бот заблокирован' : last ? lineOf(last) : 'Ещё не писал'
  return h(
    'li',
    {},
    h(
      'a',
      {
        href: `#telegram/${botId}/${customer.chatId}`,
        'aria-current': chatId === String(customer.chatId) ? 'page' : undefined,
      },
      h('span', { className: `avatar tone${customer.chatId % 8}`, ariaHidden: 'true' }, initialsOf(name)),
      h('span', { className: 'who' }, name),
      h('time', {}, last ? timeOf(last.date * 1000) : ''),
      h('span', { className: 'line' }, last?.from === 'bot' && !customer.isBlocked ? `Бот: ${line}` : line),
    ),
  )
}

function plainLink(href, iconName, text, count, isCurrent) {
  return h(
    'a',
    { className: 'plain', href, 'aria-current': isCurrent ? 'page' : undefined },
    icon(iconName),
    h('span', {}, text),
    count > 0 && h('span', { className: 'count' }, String(count)),
  )
}
