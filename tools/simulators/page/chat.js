import { call } from './api.js'
import { openComposer } from './composer.js'
import { h, redraw } from './dom.js'
import { icon } from './icons.js'
import { messageBubble } from './messageBubble.js'
import { customerName, dayOf, initialsOf } from './texts.js'

/** What one customer sees in the chat with the bot. */
export function openChat(phone, botId, chatId) {
  const path = `/telegram/control/bots/${botId}/customers/${chatId}`
  const head = h('header', { className: 'chatHead' })
  const list = h('ol', { className: 'messages', tabIndex: 0, ariaLabel: 'Переписка' })
  const composer = openComposer(path)
  phone.replaceChildren(head, list, composer.element)

  return {
    async update() {
      const view = await call(`${path}/view`).catch(() => undefined)
      if (!view) {
        phone.replaceChildren(h('p', { className: 'empty' }, 'Этого клиента здесь больше нет'))
        return
      }
      const { messages, ...about } = view
      redraw(head, about, () => headOf(view, path))
      const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80
      const isFirst = list.drawnFrom === undefined
      const isDrawn = redraw(list, messages, () => rowsOf(view, composer))
      if (isDrawn && (isAtEnd || isFirst)) list.scrollTop = list.scrollHeight
      composer.update(view)
    },
  }
}

function headOf({ bot, customer, isBlocked, isBotTyping }, path) {
  return [
    h('span', { className: 'avatar bot', ariaHidden: 'true' }, initialsOf(bot.name)),
    h('div', {}, h('b', {}, bot.name), h('span', {}, isBotTyping ? 'печатает…' : 'бот')),
    h(
      'button',
      { type: 'button', className: 'quiet', onclick: () => call(`${path}/block`, { blocked: !isBlocked }) },
      isBlocked ? 'Разблокировать' : 'Заблокировать',
    ),
    h('p', { className: 'owner' }, `Телефон клиента: ${customerName(customer)}`, username(customer)),
  ]
}

function username({ username }) {
  return username ? `, @${username}` : ''
}

function rowsOf({ bot, messages, isStarted }, composer) {
  if (!isStarted) return [h('li', { className: 'day' }, `Чат с ботом «${bot.name}» пуст`)]
  let day = ''
  return messages.flatMap((message) => {
    const messageDay = dayOf(message.date * 1000)
    const separator = messageDay === day ? [] : [h('li', { className: 'day' }, messageDay)]
    day = messageDay
    return [
      ...separator,
      h('li', { className: message.from }, messageBubble(message, bot), actions(message, composer)),
    ]
  })
}

function actions(message, composer) {
  const isEditable =
    message.from === 'customer' &&
    'text' in message &&
    !['sticker', 'location', 'contact', 'dice'].includes(message.kind)
  const button = (title, name, act) =>
    h('button', { type: 'button', className: 'icon', title, ariaLabel: title, onclick: act }, icon(name))
  return h(
    'div',
    { className: 'actions' },
    button('Ответить', 'reply', () => composer.replyTo(message)),
    button(message.customerReaction ? 'Убрать реакцию' : 'Поставить 👍', 'thumb', () =>
      composer.react(message),
    ),
    isEditable && button('Изменить', 'edit', () => composer.edit(message)),
    button('Удалить у обоих', 'bin', () => composer.remove(message)),
  )
}
