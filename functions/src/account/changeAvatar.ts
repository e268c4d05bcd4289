import { AVATAR_MAX_SIZE } from '#shared/api/account.ts'
import { DomainError } from '#shared/domain/DomainError.ts'
import type { UserId } from '#shared/domain/ids.ts'
import { HOUR_MS } from '#shared/domain/time.ts'
import { randomId } from '#functions/platform/hashId.ts'
import { contendedTransaction } from '#functions/store/contendedTransaction.ts'
import { countAttempt } from '#functions/signIn/countAttempt.ts'
import { deleteFile, writeFile } from '#functions/store/files.ts'
import { encodeAvatar } from './encodeAvatar.ts'
import { membershipsOf } from './membershipsOf.ts'

const PER_PERSON = { name: 'pictures per person', max: 10, windowMs: HOUR_MS }

/** Takes a picture (base64) as the person's own, or takes his away (''). Throws `imageRefused`. */
export async function changeAvatar(
  userId: UserId,
  image: string,
  now = Date.now(),
): Promise<{ avatar: string }> {
  await countAttempt(PER_PERSON, userId, now)
  const avatar = image === '' ? '' : await storePicture(userId, image)
  const previous = await setAvatar(userId, avatar)
  if (previous !== '') await deleteFile(previous)
  return { avatar }
}

/** Each file has a name of its own: a late deletion of the last picture never meets the next one. */
async function storePicture(userId: UserId, image: string): Promise<string> {
  const bytes = Buffer.from(image, 'base64')
  if (bytes.length > AVATAR_MAX_SIZE) throw new DomainError('imageRefused')
  const path = `avatars/${userId}/${randomId()}.webp`
  await writeFile(path, await encodeAvatar(bytes), 'image/webp')
  return path
}

/** Gives the path of the picture before, which nothing names any more. */
function setAvatar(userId: UserId, avatar: string): Promise<string> {
  return contendedTransaction(async (unit) => {
    const user = await unit.get('users', { userId })
    if (!user) throw new DomainError('notFound')
    const memberships = await membershipsOf(unit, userId, user)
    unit.update(['users', { userId }], { avatar })
    for (const place of memberships) unit.update(place, { avatar })
    return user.avatar
  })
}
