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
import { signOutEverywhereContract } from '#shared/api/signIn.ts'
import { call } from './callables.ts'

/** What only the server may do to a person's account. Each throws what `call` throws. */
export const changeProfile = (profile: { name: string } | { about: string }) =>
  call(changeProfileContract, profile)
export const changeAvatar = (image: string) => call(changeAvatarContract, { image })
export const changeEmail = (email: string) => call(changeEmailContract, { email })
export const resendEmailConfirmation = () => call(resendEmailConfirmationContract, {})
export const confirmEmail = (token: string) => call(confirmEmailContract, { token })
export const beginPhoneChange = (phone: string) => call(beginPhoneChangeContract, { phone })
export const readApiToken = () => call(readApiTokenContract, {})
export const rotateApiToken = () => call(rotateApiTokenContract, {})
export const readReferrals = () => call(readReferralsContract, {})
export const signOutEverywhere = () => call(signOutEverywhereContract, {})
