import {
  beginPhoneChangeContract,
  changeAvatarContract,
  changeEmailContract,
  changeProfileContract,
  confirmEmailContract,
  readApiTokenContract,
  readReferralsContract,
  resendEmailConfirmationContract,
  rotateApiTokenContract,
} from '#shared/api/account.ts'
import { readApiToken as readToken, rotateApiToken as rotateToken } from '#functions/account/apiToken.ts'
import { beginPhoneChange as beginMove } from '#functions/account/beginPhoneChange.ts'
import { changeAvatar as changePicture } from '#functions/account/changeAvatar.ts'
import {
  changeEmail as changeAddress,
  resendEmailConfirmation as resend,
} from '#functions/account/changeEmail.ts'
import { changeProfile as change } from '#functions/account/changeProfile.ts'
import { confirmEmail as confirm } from '#functions/account/confirmEmail.ts'
import { readReferrals as read } from '#functions/account/readReferrals.ts'
import { defineCallable } from './defineCallable.ts'

export const changeProfile = defineCallable(changeProfileContract, 'signedIn', async (profile, { uid }) => {
  await change(uid, profile)
  return {}
})

/** Pictures unfold into many times their size: few at once in one process, and room for them. */
const ROOM_FOR_PICTURES = { memory: '1GiB', concurrency: 4 } as const

export const changeAvatar = defineCallable(
  changeAvatarContract,
  'signedIn',
  ({ image }, { uid }) => changePicture(uid, image),
  ROOM_FOR_PICTURES,
)

export const changeEmail = defineCallable(
  changeEmailContract,
  'signedIn',
  async ({ email }, { uid, address }) => {
    await changeAddress({ userId: uid, email, address })
    return {}
  },
)

export const resendEmailConfirmation = defineCallable(
  resendEmailConfirmationContract,
  'signedIn',
  async (_request, { uid }) => {
    await resend(uid)
    return {}
  },
)

export const confirmEmail = defineCallable(confirmEmailContract, 'anybody', ({ token }, { address }) =>
  confirm(token, address),
)

export const beginPhoneChange = defineCallable(
  beginPhoneChangeContract,
  'signedIn',
  ({ phone }, { uid, signedInAt }) => beginMove(uid, phone, signedInAt),
)

export const readApiToken = defineCallable(
  readApiTokenContract,
  'signedIn',
  (_request, { uid, signedInAt }) => readToken(uid, signedInAt),
)

export const rotateApiToken = defineCallable(
  rotateApiTokenContract,
  'signedIn',
  (_request, { uid, signedInAt, address }) => rotateToken(uid, signedInAt, address),
)

export const readReferrals = defineCallable(readReferralsContract, 'signedIn', (_request, { uid }) =>
  read(uid),
)
