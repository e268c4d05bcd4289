import { defineTexts } from '#web/ui/defineTexts.ts'

export const t = defineTexts('inboxTagging', {
  ru: {
    title: 'Теги выбранных клиентов',
    apply: 'Применить',
    newTag: 'Новый тег',
    add: 'Добавить',
    none: 'Тегов в компании пока нет',
    some: 'есть не у всех',
    tagged:
      'Теги изменены: {count} клиент | Теги изменены: {count} клиента | Теги изменены: {count} клиентов',
    tagsFailed:
      'Не получилось с {count} клиентом: попробуйте ещё раз | Не получилось с {count} клиентами: попробуйте ещё раз | Не получилось с {count} клиентами: попробуйте ещё раз',
    undo: 'Отменить',
  },
  en: {
    title: 'Tags of the marked contacts',
    apply: 'Apply',
    newTag: 'New tag',
    add: 'Add',
    none: 'The company has no tags yet',
    some: 'not everybody has it',
    tagged: 'Tags changed: {count} contact | Tags changed: {count} contacts',
    tagsFailed: 'Failed for {count} contact: try again | Failed for {count} contacts: try again',
    undo: 'Undo',
  },
})
