import { call, say } from './api.js'
import { h } from './dom.js'
import { icon } from './icons.js'
import { lineOf } from './texts.js'

const SAMPLES = [
  ['photo', 'Фото пледа для примера', { photo: {} }],
  ['video', 'Видео', { video: {} }],
  ['video', 'Видеосообщение', { video_note: {} }],
  ['sticker', 'Стикер', { sticker: { emoji: '👋' } }],
  ['sticker', 'Стикер, который движется', { sticker: { emoji: '😂', motion: 'animated' } }],
  ['voice', 'Голосовое сообщение', { voice: {} }],
  ['location', 'Геопозиция', { location: { latitude: 55.7558, longitude: 37.6173 } }],
  [
    'location',
    'Место с названием',
    { location: { latitude: 59.93, longitude: 30.31, title: 'Мастерская «Клубок»', address: 'Садовая, 12' } },
  ],
  ['contact', 'Мой номер телефона', { contact: true }],
  ['contact', 'Чужая карточка', { contact: { name: 'Пётр Котов', phone: '+79000000143' } }],
  ['sticker', 'Кубик', { dice: { value: 4 } }],
]

/** Where the customer writes. */
export function openComposer(path) {
  let about
  const field = h('textarea', {
    rows: 1,
    placeholder: 'Сообщение',
    ariaLabel: 'Сообщение от клиента',
    maxLength: 4096,
  })
  const aboutLine = h('div', { className: 'about', hidden: true })
  const menu = attachMenu((content) => void send(content))
  const button = h(
    'button',
    { className: 'icon send', type: 'submit', title: 'Отправить', ariaLabel: 'Отправить' },
    icon('send'),
  )
  const start = h(
    'button',
    { className: 'primary', type: 'button', onclick: () => send({ text: '/start' }) },
    'Запустить',
  )
  const form = h('form', { className: 'composer' }, aboutLine, menu, field, button)
  const blocked = h('p', { className: 'blocked', hidden: true }, 'Вы заблокировали бота')
  const element = h('div', { className: 'foot' }, blocked, start, form)

  const setAbout = (next) => {
    about = next
    aboutLine.hidden = !next
    aboutLine.replaceChildren(...(next ? aboutContent(next, () => setAbout(undefined)) : []))
    field.focus()
  }
  const send = async (content) => {
    const replyTo = about?.kind === 'reply' ? { replyTo: about.message.messageId } : {}
    await call(`${path}/messages`, { ...content, ...replyTo })
    setAbout(undefined)
  }
  const submit = async () => {
    const text = field.value.trim()
    if (text === '') return
    if (about?.kind === 'edit') await call(`${path}/messages/${about.message.messageId}`, { text })
    else await send({ text })
    field.value = ''
    setAbout(undefined)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void submit()
  })

  return {
    element,
    replyTo: (message) => setAbout({ kind: 'reply', message }),
    edit(message) {
      field.value = message.text
      setAbout({ kind: 'edit', message })
    },
    /** The thumb goes up, or down again. */
    react: ({ messageId, customerReaction }) =>
      call(`${path}/messages/${messageId}/reaction`, { emoji: customerReaction === '' ? '👍' : '' }),
    remove: ({ messageId }) => call(`${path}/messages/${messageId}/delete`, {}),
    update({ isBlocked, isStarted }) {
      blocked.hidden = !isBlocked
      start.hidden = isBlocked || isStarted
      form.hidden = isBlocked || !isStarted
    },
  }
}

function aboutContent({ kind, message }, close) {
  return [
    icon(kind),
    h('span', {}, kind === 'edit' ? 'Изменение: ' : 'Ответ: ', lineOf(message)),
    h(
      'button',
      { type: 'button', className: 'icon', title: 'Отменить', ariaLabel: 'Отменить', onclick: close },
      icon('close'),
    ),
  ]
}

function attachMenu(send) {
  const picker = (kind, accept) =>
    h('input', {
      type: 'file',
      accept,
      hidden: true,
      onchange: (event) => void pick(event.target, kind, send),
    })
  const photoPicker = picker('photo', 'image/png,image/jpeg,image/gif,image/webp')
  const filePicker = picker('document', '')
  const menu = h('details', { className: 'attach' })
  const item = (name, text, act) =>
    h('button', { type: 'button', onclick: () => ((menu.open = false), act()) }, icon(name), text)
  menu.append(
    h('summary', { className: 'icon', title: 'Прикрепить', ariaLabel: 'Прикрепить' }, icon('attach')),
    h(
      'div',
      {},
      item('photo', 'Фото с диска', () => photoPicker.click()),
      item('document', 'Файл с диска', () => filePicker.click()),
      ...SAMPLES.map(([name, text, content]) => item(name, text, () => send(content))),
    ),
    photoPicker,
    filePicker,
  )
  document.addEventListener('click', ({ target }) => (menu.open &&= menu.contains(target)))
  return menu
}

async function pick(input, kind, send) {
  const [file] = input.files
  if (!file) return
  const base64 = await base64Of(file).catch(() => undefined)
  input.value = ''
  if (base64 === undefined) say('Файл не удалось прочитать')
  else send({ [kind]: { name: file.name, contentType: file.type || 'application/octet-stream', base64 } })
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1))
    reader.onerror = reject
    reader.readAsDataURL(file)
  })
}
