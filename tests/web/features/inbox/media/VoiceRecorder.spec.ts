import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '#web/ui/i18n.ts'
import VoiceRecorder from '#web/features/inbox/media/VoiceRecorder.vue'

/** A browser that knows how to record, and whose microphone refuses. */
function withMicrophoneThat(refuses: DOMException): void {
  vi.stubGlobal('MediaRecorder', { isTypeSupported: () => true })
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => Promise.reject(refuses) } })
}

beforeEach(() => {
  vi.stubGlobal('AudioContext', undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a recorder that gets no sound', () => {
  it.each([
    ['NotAllowedError', 'Браузер не даёт доступ к микрофону. Разрешите его в настройках сайта'],
    ['NotFoundError', 'Микрофон не найден'],
    ['NotReadableError', 'Не получилось записать: попробуйте ещё раз'],
  ])('for %s says what to do', async (name, words) => {
    withMicrophoneThat(new DOMException('no', name))
    const recorder = mount(VoiceRecorder, { global: { plugins: [i18n] } })
    await flushPromises()
    expect(recorder.get('[role="alert"]').text()).toBe(words)
    await recorder.get('button').trigger('click')
    expect(recorder.emitted('close')).toEqual([[]])
  })

  it('says so where the browser cannot record', async () => {
    vi.stubGlobal('MediaRecorder', { isTypeSupported: () => false })
    const recorder = mount(VoiceRecorder, { global: { plugins: [i18n] } })
    await flushPromises()
    expect(recorder.get('[role="alert"]').text()).toBe('Не получилось записать: попробуйте ещё раз')
  })
})
