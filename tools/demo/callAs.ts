import { getAuth } from 'firebase-admin/auth'
import type { CallableContract } from '#shared/api/contract.ts'
import { localPort } from '#shared/local/ports.ts'
import { PROJECT_ID, REGION, localUrl } from '#tools/stack/layout.ts'
import { stackApp } from './documents.ts'

const base = Number(process.env['BASE_PORT'])

/** Calls one of the product's callables as this person, the way his page would. */
export async function callAs<Request, Response>(
  userId: string,
  contract: CallableContract<Request, Response>,
  request: Request,
): Promise<Response> {
  const url = `${localUrl(localPort(base, 'functions'))}/${PROJECT_ID}/${REGION}/${contract.name}`
  const answer = await postJson(url, { data: request }, { authorization: `Bearer ${await signIn(userId)}` })
  return contract.response.parse((answer as { result: unknown }).result)
}

async function signIn(userId: string): Promise<string> {
  const token = await getAuth(stackApp()).createCustomToken(userId)
  const url = `${localUrl(localPort(base, 'auth'))}/identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=local`
  const answer = await postJson(url, { token, returnSecureToken: true })
  return (answer as { idToken: string }).idToken
}

export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}: ${await answer.text()}`)
  return answer.json()
}
