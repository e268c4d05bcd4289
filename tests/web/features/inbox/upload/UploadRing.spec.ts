import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { anAttachment } from '#tests/builders/anAttachment.ts'
import UploadRing from '#web/features/inbox/upload/UploadRing.vue'
import { watchUpload } from '#web/firebase/uploads.ts'

let round = 0

/** Two files, the second three times as large, under paths of their own. */
function twoFiles() {
  round++
  const paths = ['small', 'large'].map((name) => `${name}-${String(round)}`)
  const [small = '', large = ''] = paths
  return [anAttachment({ path: small, size: 100 }), anAttachment({ path: large, size: 300 })]
}

const share = (path: string | undefined, value: number) => watchUpload(path ?? '').onShare(value)

describe('the ring of a message whose files are leaving', () => {
  it('tells how much of all bytes is there', async () => {
    const files = twoFiles()
    const view = mount(UploadRing, { props: { files } })
    expect(view.get('[role="progressbar"]').attributes('aria-valuenow')).toBe('0')
    share(files[0]?.path, 1)
    share(files[1]?.path, 0.5)
    await nextTick()
    expect(view.get('[role="progressbar"]').attributes('aria-valuenow')).toBe('62')
    expect(view.get('[role="progressbar"]').attributes('aria-label')).toBe('Файлы отправляются: 62 %')
  })

  it('is gone once everything is there', async () => {
    const files = twoFiles()
    const view = mount(UploadRing, { props: { files } })
    for (const { path } of files) share(path, 1)
    await nextTick()
    expect(view.find('[data-test="upload"]').exists()).toBe(false)
  })

  it('has a button that takes the message back', async () => {
    const view = mount(UploadRing, { props: { files: twoFiles() } })
    await view.get('button').trigger('click')
    expect(view.emitted('cancel')).toHaveLength(1)
  })
})
