import { call } from './api.js'
import { h } from './dom.js'

const NAMES = [
  'Анна Светлова',
  'Дмитрий Орлов',
  'Марина Осипова',
  'Павел Гринёв',
  'Елена Прокофьева',
  'Виктор Залесский',
]

/** Asks who the customer is, and opens the chat. */
export function addCustomer(botId) {
  const example = NAMES[Math.floor(Math.random() * NAMES.length)]
  const phone = `+7900${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`
  const field = (name, label, value, attributes) =>
    h('label', {}, label, h('input', { name, value, autocomplete: 'off', ...attributes }))
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', { id: 'newCustomer' }, 'Новый клиент'),
    field('name', 'Имя', example, { required: true, maxLength: 128 }),
    field('username', 'Имя пользователя', '', { pattern: '[A-Za-z0-9_]*', placeholder: 'anna' }),
    field('phone', 'Телефон', phone, { pattern: '\\+?[0-9]{5,15}', type: 'tel' }),
    h(
      'div',
      { className: 'buttons' },
      h('button', { type: 'button', onclick: () => dialog.close() }, 'Отмена'),
      h('button', { className: 'primary', type: 'submit' }, 'Создать'),
    ),
  )
  const dialog = h('dialog', { 'aria-labelledby': 'newCustomer', onclose: () => dialog.remove() }, form)
  form.addEventListener('submit', () => void create(botId, new FormData(form)))
  document.body.append(dialog)
  dialog.showModal()
  form.querySelector('input').select()
}

async function create(botId, fields) {
  const { chatId } = await call(`/telegram/control/bots/${botId}/customers`, Object.fromEntries(fields))
  location.hash = `#telegram/${botId}/${chatId}`
}
