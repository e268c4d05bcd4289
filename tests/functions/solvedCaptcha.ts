import { solveChallenge } from 'altcha-lib'
import type { Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { captcha } from '#functions/captcha/captcha.ts'

/** What a visitor's browser hands in for one challenge of ours. */
export async function solutionOf(challengeText: string): Promise<string> {
  const challenge = JSON.parse(challengeText) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** A solved CAPTCHA, good for one code; quickly, as this process says how long a visitor computes. */
export async function solvedCaptcha(): Promise<string> {
  process.env['ALTCHA_MAX_COUNTER'] = '3'
  const task = await captcha().create()
  if (task.kind !== 'altcha') throw new Error('this one is solved by people only')
  return solutionOf(task.challenge)
}
