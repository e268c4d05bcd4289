import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AvatarCropper from '#web/features/account/AvatarCropper.vue'
import { wholeCrop } from '#web/features/account/cropPicture.ts'
import type { Crop } from '#web/features/account/cropPicture.ts'

function cropper() {
  const picture = new Image()
  Object.defineProperties(picture, { naturalWidth: { value: 400 }, naturalHeight: { value: 200 } })
  const shown = mount(AvatarCropper, {
    props: {
      picture,
      modelValue: wholeCrop({ width: 400, height: 200 }),
      'onUpdate:modelValue': (crop: Crop) => shown.setProps({ modelValue: crop }),
    },
  })
  const press = (key: string) => shown.find('canvas').trigger('keydown', { key })
  return { shown, press, crop: () => shown.props('modelValue') }
}

describe('cropping by keys', () => {
  it('moves and zooms', async () => {
    const { press, crop } = cropper()
    await press('ArrowRight')
    expect(crop()).toEqual({ x: 204, y: 100, zoom: 1 })
    await press('+')
    expect(crop().zoom).toBeCloseTo(1.1)
    await press('-')
    expect(crop().zoom).toBeCloseTo(1)
  })

  it('never leaves the picture', async () => {
    const { press, crop } = cropper()
    await press('ArrowUp')
    expect(crop()).toEqual({ x: 200, y: 100, zoom: 1 })
  })

  it('follows the slider', async () => {
    const { shown, crop } = cropper()
    await shown.find('input[type="range"]').setValue('2')
    expect(crop().zoom).toBe(2)
  })
})
