import {
  createCaptchaContract,
  registerCompanyContract,
  requestCodeContract,
  signOutEverywhereContract,
  verifyCodeContract,
  verifyEmailCodeContract,
} from '#shared/api/signIn.ts'
import { captcha } from '#functions/captcha/captcha.ts'
import { smartCaptchaSecret, smsGateways } from '#functions/platform/config.ts'
import { registerCompany as register } from '#functions/signIn/registerCompany.ts'
import { requestCode as request } from '#functions/signIn/requestCode.ts'
import { signOutEverywhere as signOut } from '#functions/signIn/signOutEverywhere.ts'
import { verifyCode as verify } from '#functions/signIn/verifyCode.ts'
import { verifyEmailCode as verifyEmail } from '#functions/signIn/verifyEmailCode.ts'
import { defineCallable } from './defineCallable.ts'

export const createCaptcha = defineCallable(createCaptchaContract, 'anybody', () => captcha().create())

export const requestCode = defineCallable(
  requestCodeContract,
  'anybody',
  (asked, { address }) => request(asked, address),
  { secrets: [smsGateways, smartCaptchaSecret] },
)

export const verifyCode = defineCallable(verifyCodeContract, 'anybody', (guess, { address }) =>
  verify(guess, address),
)

export const verifyEmailCode = defineCallable(verifyEmailCodeContract, 'anybody', (guess, { address }) =>
  verifyEmail(guess, address),
)

export const registerCompany = defineCallable(
  registerCompanyContract,
  'signedIn',
  (company, { uid, address }) => register(uid, company, address),
)

export const signOutEverywhere = defineCallable(
  signOutEverywhereContract,
  'signedIn',
  (_, { uid, address }) => signOut(uid, address),
)
