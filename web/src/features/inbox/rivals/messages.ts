import { defineTexts } from '#web/ui/defineTexts.ts'

export const t = defineTexts('rivals', {
  ru: {
    typing: '{name} печатает ответ…',
    replied: 'Пока вы писали, клиенту ответили: {name}',
    held: 'Клиенту уже ответили: {name}. Отправьте ещё раз, если ваш ответ тоже нужен',
  },
  en: {
    typing: '{name} is typing an answer…',
    replied: 'While you were writing, the customer was answered by {name}',
    held: 'Already answered by {name}. Send once more if your answer is needed too',
  },
})
