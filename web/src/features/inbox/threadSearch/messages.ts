import { defineTexts } from '#web/ui/defineTexts.ts'

export const t = defineTexts('threadSearch', {
  ru: {
    search: 'Поиск в диалоге',
    place: '{n} из {count}',
    placeOfMore: '{n} из {count}+',
    nothing: 'Не нашли',
    searching: 'Ищем…',
    failed: 'Поиск не ответил: показано то, что загружено',
    tooFar: 'До этого сообщения слишком далеко листать',
    older: 'Выше',
    newer: 'Ниже',
    close: 'Закрыть поиск',
  },
  en: {
    search: 'Search in the conversation',
    place: '{n} of {count}',
    placeOfMore: '{n} of {count}+',
    nothing: 'Not found',
    searching: 'Searching…',
    failed: 'Search did not answer: what is loaded is shown',
    tooFar: 'That message is too far up',
    older: 'Further up',
    newer: 'Further down',
    close: 'Close search',
  },
})
