import type { ChannelManifest } from '../manifest.ts'

const MEBIBYTE = 1024 * 1024

/** A chat on the company's own site. Its provider is the product itself, so it keeps every promise. */
export const widgetManifest: ChannelManifest = {
  kind: 'widget',
  label: { ru: 'Виджет на сайте', en: 'Site widget' },
  description: { ru: 'Чат на вашем сайте', en: 'A chat on your own site' },
  glyph:
    'M17,11H15V9H17M13,11H11V9H13M9,11H7V9H9M20,2H4A2,2 0 0,0 2,4V22L6,18H20A2,2 0 0,0 22,16V4C22,2.89 21.1,2 20,2Z',
  facts: [
    { is: 'ability', text: { ru: 'Код для вставки', en: 'Code to paste' } },
    { is: 'ability', text: { ru: 'Цвет и приветствие', en: 'Colour and greeting' } },
  ],
  fields: [
    {
      name: 'title',
      label: { ru: 'Заголовок', en: 'Title' },
      hint: {
        ru: 'Стоит над перепиской. Пусто — «Напишите нам»',
        en: 'Stands above the chat. Empty: “Write to us”',
      },
      secret: false,
      pattern: '^.{0,60}$',
    },
    {
      name: 'greeting',
      label: { ru: 'Приветствие', en: 'Greeting' },
      hint: { ru: 'Первые слова, которые увидит посетитель', en: 'The first words a visitor sees' },
      secret: false,
      pattern: '^[\\s\\S]{0,300}$',
    },
    {
      name: 'colour',
      label: { ru: 'Цвет', en: 'Colour' },
      hint: { ru: 'Например, #0b6670. Пусто — цвет Пакта', en: 'Such as #0b6670. Empty: the colour of Pact' },
      secret: false,
      pattern: '^(#[0-9a-fA-F]{6})?$',
    },
  ],
  defaultBaseUrl: '',
  supports: {
    writeFirst: false,
    approvedTemplates: false,
    edit: true,
    delete: true,
    quote: true,
    reactions: true,
    typing: true,
    readMarks: true,
    receipts: 'read',
    idempotentSend: true,
  },
  limits: {
    textLength: 4000,
    captionLength: 4000,
    attachmentSize: 10 * MEBIBYTE,
    attachmentsPerMessage: 1,
    replyWindowMs: null,
    editWindowMs: null,
    deleteWindowMs: null,
    reactionEmoji: null,
  },
}
