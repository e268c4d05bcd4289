import { defineTexts } from '#web/ui/defineTexts.ts'

export const t = defineTexts('replyWindow', {
  ru: {
    left: 'Окно ответа: ещё {time}',
    closing: 'Окно ответа закроется через {time}',
    hoursAndMinutes: '{hours} ч {minutes} мин',
    minutes: '{minutes} мин',
    closed: 'Окно ответа {channel} закрыто',
    closedText: 'Клиент не писал больше {hours} часов: {channel} пропускает только одобренный шаблон.',
    neverText: 'Клиент ещё не ответил: {channel} пропускает только одобренный шаблон.',
    closedNoTemplates:
      'Клиент не писал больше {hours} часов: {channel} не пропускает сообщений, пока он не напишет.',
    chooseTemplate: 'Выбрать шаблон',
    sendByTemplate: 'Отправить шаблоном',
    note: 'Заметка',
  },
  en: {
    left: 'Reply window: {time} left',
    closing: 'The reply window closes in {time}',
    hoursAndMinutes: '{hours} h {minutes} min',
    minutes: '{minutes} min',
    closed: 'The reply window of {channel} is closed',
    closedText:
      'The contact has not written for more than {hours} hours: {channel} takes an approved template only.',
    neverText: 'The contact has not answered yet: {channel} takes an approved template only.',
    closedNoTemplates:
      'The contact has not written for more than {hours} hours: {channel} takes nothing until he does.',
    chooseTemplate: 'Choose a template',
    sendByTemplate: 'Send a template',
    note: 'Note',
  },
})
