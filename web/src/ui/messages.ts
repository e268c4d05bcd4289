import { defineTexts } from './defineTexts.ts'

export const t = defineTexts('ui', {
  ru: {
    retry: 'Повторить',
    close: 'Закрыть',
    cancel: 'Отмена',
    loading: 'Загружается',
    slow: 'Загружается дольше обычного',
    notLoaded: 'Не загрузилось',
    notLoadedText: 'Проверьте связь и попробуйте ещё раз',
    justNow: 'Только что',
    today: 'Сегодня, {time}',
    code: 'Код: {code}',
  },
  en: {
    retry: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    loading: 'Loading',
    slow: 'Taking longer than usual',
    notLoaded: 'Could not load',
    notLoadedText: 'Check your connection and try again',
    justNow: 'Just now',
    today: 'Today, {time}',
    code: 'Code: {code}',
  },
})
