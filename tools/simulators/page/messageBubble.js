import { h } from './dom.js'
import { icon } from './icons.js'
import { KINDS, lineOf, sizeOf, timeOf } from './texts.js'

export function messageBubble(message, bot) {
  return h(
    'div',
    { className: `bubble ${message.kind}` },
    message.replyTo && quote(message.replyTo, bot),
    contentOf(message),
    message.text && h('p', {}, message.text),
    h(
      'footer',
      {},
      message.reaction && h('span', { className: 'reaction' }, message.reaction),
      message.customerReaction && h('span', { className: 'reaction' }, message.customerReaction),
      message.isEdited && h('span', {}, 'изменено'),
      h('time', {}, timeOf(message.date * 1000)),
    ),
  )
}

function quote({ from, kind, text }, bot) {
  return h(
    'blockquote',
    {},
    h('b', {}, from === 'bot' ? bot.name : 'Вы'),
    h('span', {}, lineOf({ kind, text })),
  )
}

function contentOf(message) {
  const { kind, file } = message
  if (kind === 'text') return null
  if (kind === 'sticker') return h('span', { className: 'big', ariaLabel: 'Стикер' }, message.emoji)
  if (kind === 'photo' && file) return photo(file)
  if (kind === 'dice') return h('span', { className: 'big', ariaLabel: 'Кубик' }, `🎲 ${message.value}`)
  if (kind === 'location')
    return line(
      'location',
      message.title ?? `${message.latitude.toFixed(4)}, ${message.longitude.toFixed(4)}`,
    )
  if (kind === 'contact')
    return line('contact', message.phone ? `${message.firstName}, +${message.phone}` : message.firstName)
  if (!file) return line(kind, 'Файла здесь больше нет')
  return h(
    'a',
    { className: 'file', href: file.url, download: file.name },
    icon(kind === 'video_note' || kind === 'animation' ? 'video' : kind),
    h('span', {}, kind === 'voice' || kind === 'video_note' ? KINDS[kind] : file.name),
    h('small', {}, sizeOf(file.size)),
  )
}

function photo({ url, width, height }) {
  return h(
    'a',
    { href: url, target: '_blank', rel: 'noopener' },
    h('img', { src: url, alt: 'Фото', width, height, loading: 'lazy' }),
  )
}

function line(iconName, text) {
  return h('span', { className: 'file' }, icon(iconName), h('span', {}, text))
}
