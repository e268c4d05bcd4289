import { call, copy } from './api.js'
import { h, redraw } from './dom.js'
import { faultForm, select } from './faultForm.js'
import { icon } from './icons.js'
import { exactTimeOf } from './texts.js'

const SEND_FAULTS = {
  error500: 'Ответ 500, не отправлено',
  tooManyRequests: 'Ответ 429, не отправлено',
  timeout: 'Нет ответа, не отправлено',
  dropAnswer: 'Отправлено, но ответ потерян',
  holdAnswer: 'Отправлено, но ответа нет',
}

/** What the bot's owner sees, and what can be made to go wrong. */
export function openBotPanel(panel, botId) {
  const path = `/telegram/control/bots/${botId}`
  const about = h('div', { className: 'card' })
  const sendState = h('p', { className: 'state' })
  const webhookState = h('p', { className: 'state' })
  const attempts = h('div', { className: 'card' })
  panel.replaceChildren(
    about,
    h('div', { className: 'card' }, h('h2', {}, 'Сбои при отправке ботом'), sendFaultForm(path), sendState),
    h('div', { className: 'card' }, h('h2', {}, 'Сбои вебхуков'), webhookFaultForm(path), webhookState),
    attempts,
  )
  return {
    update(bot) {
      redraw(about, [bot.token, bot.webhook.url, bot.webhook.pendingCount, bot.webhook.lastError], () =>
        aboutBot(bot),
      )
      redraw(sendState, bot.faults.sends, () => sendStateOf(bot.faults.sends))
      redraw(webhookState, bot.faults.webhooks, () => webhookStateOf(bot.faults.webhooks))
      redraw(attempts, bot.webhook.attempts, () => attemptsOf(bot.webhook.attempts))
    },
  }
}

function aboutBot({ name, username, token, webhook }) {
  const { url, pendingCount, lastError } = webhook
  return [
    h('h2', {}, `${name}, @${username}`),
    h(
      'dl',
      {},
      h('dt', {}, 'Токен'),
      h(
        'dd',
        {},
        h('code', {}, token),
        h(
          'button',
          {
            type: 'button',
            className: 'icon',
            title: 'Скопировать токен',
            ariaLabel: 'Скопировать токен',
            onclick: () => copy(token),
          },
          icon('copy'),
        ),
      ),
      h('dt', {}, 'Вебхук'),
      h('dd', {}, url ? h('code', {}, url) : 'не задан: подключите бота этим токеном'),
      h('dt', {}, 'Ждут отправки'),
      h('dd', {}, String(pendingCount)),
      ...(lastError
        ? [
            h('dt', {}, 'Последняя ошибка'),
            h('dd', { className: 'error' }, `${exactTimeOf(lastError.date * 1000)} ${lastError.message}`),
          ]
        : []),
    ),
  ]
}

function sendFaultForm(path) {
  const fields = [
    select('kind', 'Что случится', SEND_FAULTS),
    h(
      'div',
      { className: 'pair' },
      select('count', 'Сколько раз', { 1: 'один', 3: 'три', 10: 'десять', all: 'пока включено' }),
      select('retryAfter', 'Ждать при 429', { 3: '3 с', 10: '10 с', 60: '1 мин' }),
    ),
  ]
  const apply = ({ kind, count, retryAfter }) =>
    call(`${path}/faults`, {
      sends: { kind, count: count === 'all' ? 'all' : Number(count), retryAfter: Number(retryAfter) },
    })
  return faultForm(fields, apply, () => void call(`${path}/faults`, { sends: null }))
}

function webhookFaultForm(path) {
  const fields = [
    h(
      'div',
      { className: 'pair' },
      select('copies', 'Копий', { 1: 'одна', 2: 'две', 10: 'десять' }),
      select('shuffle', 'Перемешать', { 0: 'нет', 3: 'по 3', 10: 'по 10' }),
      select('delay', 'Задержать', { 0: 'нет', 5: '5 с', 30: '30 с' }),
    ),
  ]
  const apply = ({ copies, shuffle, delay }) =>
    call(`${path}/faults`, {
      webhooks: { copies: Number(copies), shuffle: Number(shuffle), delayMs: Number(delay) * 1000 },
    })
  return faultForm(fields, apply, () => void call(`${path}/faults`, { webhooks: null }))
}

function sendStateOf(fault) {
  if (!fault) return 'Сейчас всё отправляется'
  const times = fault.count === 'all' ? 'пока не выключите' : `ещё ${fault.count}`
  return h('strong', {}, `${SEND_FAULTS[fault.kind]}: ${times}`)
}

function webhookStateOf({ copies, shuffle, delayMs }) {
  const parts = [
    copies > 1 && `копий: ${copies}`,
    shuffle > 0 && `перемешаны по ${shuffle}`,
    delayMs > 0 && `задержка ${delayMs / 1000} с`,
  ].filter(Boolean)
  return parts.length === 0 ? 'Сейчас приходят сразу и по порядку' : h('strong', {}, parts.join(', '))
}

function attemptsOf(attempts) {
  if (attempts.length === 0)
    return [h('h2', {}, 'Доставки вебхуков'), h('p', { className: 'state' }, 'Пока не было')]
  return [
    h('h2', {}, 'Доставки вебхуков'),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, ...['Время', 'Событие', 'Ответ', 'мс'].map((text) => h('th', { scope: 'col' }, text))),
      ),
      h('tbody', {}, ...attempts.map(attemptRow)),
    ),
  ]
}

function attemptRow({ at, kind, status, error, tookMs, updateId }) {
  return h(
    'tr',
    { className: error ? 'error' : '' },
    h('td', {}, exactTimeOf(at)),
    h('td', { title: `update_id ${updateId}` }, kind),
    h('td', { title: error }, status || 'нет'),
    h('td', {}, String(tookMs)),
  )
}
