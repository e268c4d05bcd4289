import { openBotPanel } from './botPanel.js'
import { openChat } from './chat.js'
import { h } from './dom.js'
import { addCustomer } from './newCustomer.js'

/** A phone with the customer's chat, and beside it what happens to the bot. */
export function openTelegram(main, [botId, chatId]) {
  const phone = h('section', { className: 'phone', ariaLabel: 'Телефон клиента' })
  const panel = h('section', { className: 'panel', ariaLabel: 'Бот' })
  main.append(h('div', { className: 'stage' }, phone), panel)
  let chat
  let botPanel

  return {
    async update({ bots }) {
      const bot = bots.find(({ id }) => String(id) === botId) ?? bots[0]
      const shownId = chatId ?? bot.customers[0]?.chatId
      botPanel ??= openBotPanel(panel, bot.id)
      botPanel.update(bot)
      if (shownId === undefined) phone.replaceChildren(invitation(bot))
      else {
        chat ??= openChat(phone, bot.id, shownId)
        await chat.update()
      }
    },
  }
}

function invitation(bot) {
  return h(
    'div',
    { className: 'empty' },
    h('p', {}, `Боту «${bot.name}» ещё никто не писал`),
    h('p', {}, 'Создайте клиента и напишите от его имени: сообщение придёт туда, где подключён этот бот.'),
    h('button', { className: 'primary', type: 'button', onclick: () => addCustomer(bot.id) }, 'Новый клиент'),
  )
}
