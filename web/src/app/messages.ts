import { defineTexts } from '#web/ui/defineTexts.ts'

export const t = defineTexts('app', {
  ru: {
    name: 'Пакт',
    newVersion: 'Вышла новая версия',
    update: 'Обновить',
    signIn: 'Вход',
    register: 'Новая компания',
    inbox: 'Сообщения',
    channels: 'Каналы',
    connectChannel: 'Подключение канала',
  },
  en: {
    name: 'Pact',
    newVersion: 'There is a new version',
    update: 'Update',
    signIn: 'Sign in',
    register: 'New company',
    inbox: 'Inbox',
    channels: 'Channels',
    connectChannel: 'Connect a channel',
  },
})
