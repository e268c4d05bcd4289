import { RouterLinkStub, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import type { BusinessHours } from '#shared/domain/businessHours.ts'
import { channelIdSchema, companyIdSchema, teamIdSchema } from '#shared/domain/ids.ts'
import ChannelAutomation from '#web/features/automation/ChannelAutomation.vue'
import type { AutomationForm } from '#web/features/automation/automationForm.ts'
import { toAutomationForm } from '#web/features/automation/automationForm.ts'
import { aChannel } from '#tests/builders/aChannel.ts'
import { aTeam } from '#tests/builders/aTeam.ts'

const SALES = teamIdSchema.parse('sales')
const OFFICE: BusinessHours = ALWAYS.map(() => ({ fromMinute: 540, toMinute: 1080 }))
const channel = { ...aChannel(), id: channelIdSchema.parse('bot') }

function card(form: Partial<AutomationForm> = {}) {
  const mounted = mount(ChannelAutomation, {
    props: {
      companyId: companyIdSchema.parse('home'),
      company: { hours: OFFICE, timeZone: 'Europe/Moscow' },
      channel,
      teams: [{ ...aTeam({ name: 'Продажи' }), id: SALES }],
      open: true,
      modelValue: { ...toAutomationForm(channel), ...form },
    },
    slots: { hours: '<div class="own-hours" />' },
    global: { stubs: { RouterLink: RouterLinkStub } },
  })
  const field = (label: string) => {
    const id =
      mounted
        .findAll('label')
        .find((each) => each.text() === label)
        ?.attributes('for') ?? 'none'
    return mounted.find(`[id="${id}"]`)
  }
  return { mounted, field, changed: () => mounted.emitted('update:modelValue')?.at(-1)?.[0] }
}

describe('a channel’s card', () => {
  it('asks whom to give conversations to only where they are given', () => {
    expect(card().field('Отдел').exists()).toBe(false)
    expect(card({ mode: 'roundRobin' }).field('Отдел').exists()).toBe(true)
  })

  it('changes one thing of the assignment and keeps the others', async () => {
    const { field, changed } = card({ mode: 'roundRobin', onlineOnly: true, greeting: 'а' })
    await field('Отдел').setValue(SALES)
    expect(changed()).toMatchObject({ mode: 'roundRobin', teamId: SALES, onlineOnly: true, greeting: 'а' })
  })

  it('shows the company’s hours until the channel has its own', async () => {
    const { mounted, field, changed } = card()
    expect(mounted.text()).toContain('ежедневно 09:00–18:00')
    expect(mounted.find('.own-hours').exists()).toBe(false)
    await field('Рабочее время канала').setValue('own')
    expect(changed()).toMatchObject({ hours: OFFICE })
  })

  it('goes back to the company’s hours', async () => {
    const { mounted, field, changed } = card({ hours: ALWAYS })
    expect(mounted.find('.own-hours').exists()).toBe(true)
    await field('Рабочее время канала').setValue('company')
    expect(changed()).toMatchObject({ hours: null })
  })

  it('says that an answer is never sent where the hours do not allow it', () => {
    const never = 'этот ответ не отправляется никогда'
    expect(card({ hours: ALWAYS, awayMessage: 'Мы спим' }).mounted.text()).toContain(never)
    expect(card({ awayMessage: 'Мы спим' }).mounted.text()).not.toContain(never)
    expect(card({ hours: ALWAYS }).mounted.text()).not.toContain(never)
  })
})
