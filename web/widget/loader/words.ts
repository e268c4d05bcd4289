const ru = {
  open: 'Открыть чат',
  close: 'Закрыть чат',
  frame: 'Чат',
  unread: (count: number) => `Открыть чат, новых сообщений: ${count}`,
}

const en: typeof ru = {
  open: 'Open chat',
  close: 'Close chat',
  frame: 'Chat',
  unread: (count) => `Open chat, new messages: ${count}`,
}

export const words = { ru, en }
