import { call, copy } from './api.js'
import { h, redraw } from './dom.js'
import { exactTimeOf, phoneOf } from './texts.js'

const HOUR_MS = 3_600_000
const STATES = { approved: 'одобрен', pending: 'на проверке', rejected: 'отклонён' }
const AGES = [
  [0, 'сейчас'],
  [21 * HOUR_MS, '21 час назад'],
  [23.5 * HOUR_MS, '23,5 часа назад'],
  [25 * HOUR_MS, '25 часов назад'],
]

/** The account's key, customers, templates and numbers; a chat is played in place. `#sandbox/sb-1/79261234567` */
export function openSandbox(main, [accountId, customerId]) {
  const chat = h('section', { className: 'column', ariaLabel: 'Переписка клиента' })
  const panel = h('section', { className: 'panel', ariaLabel: 'Аккаунт' })
  main.append(chat, panel)
  return {
    update({ sandbox }) {
      const account = sandbox.find(({ id }) => id === accountId) ?? sandbox[0]
      const customer = account.customers.find(({ id }) => id === customerId) ?? account.customers[0]
      redraw(panel, account, () => accountCards(account))
      redraw(chat, [account.id, customer], () => (customer ? chatOf(account, customer) : [nobody()]))
    },
  }
}

const pathOf = ({ id }) => `/sandbox/control/accounts/${id}`

function nobody() {
  return h('p', { className: 'empty' }, 'Клиентов пока нет: создайте одного или напишите первым из Pact.')
}

function button(text, onclick, properties = {}) {
  return h('button', { type: 'button', onclick, ...properties }, text)
}

function chatOf(account, customer) {
  const path = `${pathOf(account)}/customers/${customer.id}`
  return [
    h('h2', { className: 'title' }, customer.name || phoneOf(customer.phone)),
    h(
      'p',
      {},
      `${phoneOf(customer.phone)} · окно ответа ${customer.isWindowOpen ? 'открыто' : 'закрыто'}`,
      customer.isCompanyTyping && ' · компания печатает…',
    ),
    h('ol', { className: 'messages' }, ...customer.messages.map((message) => messageRow(path, message))),
    writing(path),
    button(customer.isBlocked ? 'Разблокировать аккаунт' : 'Заблокировать аккаунт', () =>
      call(`${path}/block`, { isBlocked: !customer.isBlocked }),
    ),
  ]
}

function messageRow(path, message) {
  const {
    id,
    from,
    text,
    fileName,
    at,
    status,
    isEdited,
    isDeleted,
    isSeen,
    companyReaction,
    customerReaction,
  } = message
  const facts = [
    exactTimeOf(at),
    from === 'company' ? status : isSeen && 'прочитано компанией',
    isEdited && 'изменено',
    companyReaction,
    customerReaction,
  ].filter(Boolean)
  const tell = (next) => () => call(`${path}/messages/${id}/status`, { status: next })
  return h(
    'li',
    { className: from },
    h('div', { className: 'bubble' }, h('p', {}, isDeleted ? 'Сообщение удалено' : text || fileName)),
    h('small', {}, facts.join(' · ')),
    from === 'company' &&
      h(
        'span',
        { className: 'buttons' },
        button('Доставлено', tell('delivered')),
        button('Прочитано', tell('read')),
        button('👍', () => call(`${path}/messages/${id}/reaction`, { emoji: customerReaction ? '' : '👍' })),
      ),
  )
}

function writing(path) {
  const text = h('input', {
    ariaLabel: 'Сообщение клиента',
    placeholder: 'Сообщение клиента',
    required: true,
  })
  const age = h(
    'select',
    { ariaLabel: 'Когда написано' },
    ...AGES.map(([value, name]) => h('option', { value }, name)),
  )
  const form = h('form', { className: 'pair' }, text, age, h('button', { className: 'primary' }, 'Написать'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void call(`${path}/messages`, { text: text.value, agoMs: Number(age.value) })
  })
  return form
}

function accountCards(account) {
  const { name, key, isConnected, attempts, templates } = account
  return [
    h(
      'div',
      { className: 'card' },
      h('h3', {}, name),
      h('p', {}, isConnected ? 'Подключён к Pact' : 'Не подключён'),
      h(
        'p',
        {},
        h('code', {}, key),
        button('Скопировать ключ', () => copy(key)),
      ),
      h(
        'p',
        {},
        `Последние вебхуки: ${
          attempts
            .slice(0, 5)
            .map(({ status }) => status)
            .join(', ') || 'нет'
        }`,
      ),
    ),
    h('div', { className: 'card' }, h('h3', {}, 'Клиенты'), customersOf(account), newCustomer(account)),
    h(
      'div',
      { className: 'card' },
      h('h3', {}, 'Шаблоны'),
      ...templates.map((each) => templateRow(account, each)),
    ),
    h('div', { className: 'card' }, h('h3', {}, 'Номера, которых здесь нет'), absentOf(account)),
  ]
}

function customersOf({ id, customers }) {
  return h(
    'ul',
    {},
    ...customers.map((each) =>
      h(
        'li',
        {},
        h('a', { href: `#sandbox/${id}/${each.id}` }, `${each.name || 'Без имени'}, ${phoneOf(each.phone)}`),
      ),
    ),
  )
}

function newCustomer(account) {
  const name = h('input', { ariaLabel: 'Имя клиента', placeholder: 'Имя' })
  const phone = h('input', { ariaLabel: 'Телефон клиента', placeholder: '79261234567', required: true })
  const form = h('form', { className: 'pair' }, name, phone, h('button', {}, 'Создать'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const made = await call(`${pathOf(account)}/customers`, { name: name.value, phone: phone.value })
    location.hash = `#sandbox/${account.id}/${made.id}`
  })
  return form
}

function templateRow(account, { id, name, body, state }) {
  const choose = h(
    'select',
    {
      ariaLabel: `Шаблон «${name}»`,
      onchange: ({ target }) => call(`${pathOf(account)}/templates/${id}`, { state: target.value }),
    },
    ...Object.entries(STATES).map(([value, words]) =>
      h('option', { value, selected: value === state }, words),
    ),
  )
  return h('p', {}, h('b', {}, name), ' ', choose, h('br'), body)
}

function absentOf(account) {
  const phone = h('input', { ariaLabel: 'Телефон', placeholder: '+79990000000', required: true })
  const tell = (number, isThere) => call(`${pathOf(account)}/numbers`, { phone: number, isThere })
  const form = h('form', { className: 'pair' }, phone, h('button', {}, 'Убрать номер'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void tell(phone.value, false)
  })
  const rows = account.absent.map((number) =>
    h(
      'li',
      {},
      number,
      ' ',
      button('Вернуть', () => tell(number, true)),
    ),
  )
  return h('div', {}, h('ul', {}, ...rows), form)
}
