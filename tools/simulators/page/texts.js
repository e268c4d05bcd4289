const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' })
const exactTime = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long' })

export const timeOf = (ms) => time.format(ms)
export const exactTimeOf = (ms) => exactTime.format(ms)

export function dayOf(ms) {
  return day.format(ms) === day.format(Date.now()) ? 'Сегодня' : day.format(ms)
}

export const KINDS = {
  text: '',
  photo: 'Фото',
  document: 'Файл',
  voice: 'Голосовое сообщение',
  video: 'Видео',
  audio: 'Аудио',
  sticker: 'Стикер',
  location: 'Геопозиция',
  contact: 'Контакт',
  video_note: 'Видеосообщение',
  animation: 'Анимация',
  dice: 'Кубик',
}

/** One line of a message: its text, else what it is. */
export function lineOf({ kind, text }) {
  return text || KINDS[kind]
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} Б`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КБ`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`
}

export function phoneOf(digits) {
  const parts = /^\+?7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits)
  return parts ? `+7 ${parts[1]} ${parts[2]}-${parts[3]}-${parts[4]}` : digits
}

export function initialsOf(name) {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word[0].toUpperCase())
    .join('')
}

export const customerName = ({ firstName, lastName }) => `${firstName} ${lastName}`.trim()
