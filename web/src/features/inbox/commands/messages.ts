import { defineTexts } from '#web/ui/defineTexts.ts'

export const t = defineTexts('inboxCommands', {
  ru: {
    reply: 'Ответить',
    note: 'Написать заметку',
    assign: 'Назначить…',
    mute: 'Без звука: включить или выключить',
    searchThread: 'Поиск в диалоге',
    next: 'Следующий диалог',
    previous: 'Предыдущий диалог',
    filter: 'Показать: {name}',
  },
  en: {
    reply: 'Reply',
    note: 'Write a note',
    assign: 'Assign…',
    mute: 'Mute or unmute',
    searchThread: 'Search in the conversation',
    next: 'Next conversation',
    previous: 'Previous conversation',
    filter: 'Show: {name}',
  },
})
