import { describe, expect, it } from 'vitest'
import { AVATAR_MAX_SIZE } from '#shared/api/account.ts'
import { avatarRefusal } from '#web/features/account/avatarFile.ts'

describe('a file for an avatar', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp'])('may be %s', (type) => {
    expect(avatarRefusal({ type, size: AVATAR_MAX_SIZE })).toBeNull()
  })

  it.each(['image/gif', 'image/svg+xml', 'image/heic', 'application/pdf', ''])('may not be %j', (type) => {
    expect(avatarRefusal({ type, size: 1 })).toBe('avatarType')
  })

  it('may not be larger than two megabytes', () => {
    expect(avatarRefusal({ type: 'image/png', size: AVATAR_MAX_SIZE + 1 })).toBe('avatarSize')
  })
})
