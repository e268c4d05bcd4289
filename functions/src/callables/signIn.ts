import { registerCompanyContract, requestCodeContract, verifyCodeContract } from '#shared/api/signIn.ts'
import { registerCompany as register } from '#functions/signIn/registerCompany.ts'
import { requestCode as request } from '#functions/signIn/requestCode.ts'
import { verifyCode as verify } from '#functions/signIn/verifyCode.ts'
import { defineCallable } from './defineCallable.ts'

export const requestCode = defineCallable(requestCodeContract, 'anybody', ({ phone, locale }, { address }) =>
  request(phone, locale, address),
)

export const verifyCode = defineCallable(verifyCodeContract, 'anybody', ({ sessionId, code }) =>
  verify(sessionId, code),
)

export const registerCompany = defineCallable(
  registerCompanyContract,
  'signedIn',
  ({ personName, companyName }, { uid }) => register(uid, personName, companyName),
)
