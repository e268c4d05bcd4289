import type { ServerResponse } from 'node:http'
import { answer } from './answer.ts'

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, status, { body: JSON.stringify(value), contentType: 'application/json; charset=utf-8' })
}
