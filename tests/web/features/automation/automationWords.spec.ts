import { expect, it } from 'vitest'
import { teamIdSchema } from '#shared/domain/ids.ts'
import { toAutomationForm } from '#web/features/automation/automationForm.ts'
import { automationWords } from '#web/features/automation/automationWords.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aTeam } from '#tests/builders/aTeam.ts'

const SALES = teamIdSchema.parse('sales')
const teams = [{ ...aTeam({ name: 'Продажи' }), id: SALES }]
const form = toAutomationForm(aChannel())

it('a channel that does nothing by itself says so', () => {
  expect(automationWords(form, teams)).toBe('Диалоги не распределяются · автоответов нет')
})

it('a channel that does everything says all of it', () => {
  const full = {
    mode: 'roundRobin',
    teamId: SALES,
    onlineOnly: true,
    greeting: 'а',
    awayMessage: 'б',
  } as const
  expect(automationWords({ ...form, ...full }, teams)).toBe(
    'По очереди, отдел «Продажи», только тем, кто на связи · приветствие · ответ в нерабочее время',
  )
})

it('a team that is gone is not named', () => {
  expect(automationWords({ ...form, mode: 'leastBusy', teamId: SALES }, [])).toBe(
    'Тому, кто свободнее · автоответов нет',
  )
})
