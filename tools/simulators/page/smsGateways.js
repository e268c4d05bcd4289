import { call } from './api.js'
import { h, redraw } from './dom.js'
import { faultForm, select } from './faultForm.js'

const NAMES = { smsRu: 'SMS.ru', smsc: 'SMSC.ru' }

const FAULTS = {
  error500: 'Ответ 500, не отправлено',
  timeout: 'Нет ответа, не отправлено',
  dropAnswer: 'Отправлено, но ответ потерян',
  outOfMoney: 'Отказ: нет денег на счёте',
}

const rouble = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' })

/** The accounts at the gateways, and what can be made to go wrong with each. */
export function openSmsGateways(panel) {
  const cards = new Map()
  return {
    update(gateways) {
      for (const gateway of gateways) {
        if (!cards.has(gateway.name)) cards.set(gateway.name, addCard(panel, gateway.name))
        const { about, state } = cards.get(gateway.name)
        redraw(about, [gateway.balance, gateway.sentToday], () => aboutOf(gateway))
        redraw(state, gateway.fault, () => stateOf(gateway.fault))
      }
    },
  }
}

function addCard(panel, name) {
  const about = h('dl', {})
  const state = h('p', { className: 'state' })
  panel.append(h('div', { className: 'card' }, h('h2', {}, NAMES[name]), about, formOf(name), state))
  return { about, state }
}

function formOf(name) {
  const path = `/sms/control/${name}/fault`
  const fields = [
    select('kind', 'Что случится', FAULTS),
    select('count', 'Сколько раз', { 1: 'один', 3: 'три', 10: 'десять', all: 'пока включено' }),
  ]
  const apply = ({ kind, count }) => call(path, { kind, count: count === 'all' ? 'all' : Number(count) })
  return faultForm(fields, apply, () => void call(path, null))
}

function aboutOf({ balance, sentToday, dailyLimit }) {
  return [
    ['На счёте', rouble.format(balance)],
    ['Сегодня', `${sentToday} из ${dailyLimit}`],
  ].flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)])
}

function stateOf(fault) {
  if (!fault) return 'Сейчас всё отправляется'
  const times = fault.count === 'all' ? 'пока не выключите' : `ещё ${fault.count}`
  const what = FAULTS[fault.kind] ?? `Отказ с кодом ${fault.code}`
  return h('strong', {}, `${what}: ${times}`)
}
