const notice = document.querySelector('#notice')
let noticeTimer

/** Calls the simulators; says so to the person when they refuse. */
export async function call(path, body) {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })
  const answer = await response.json()
  if (response.ok) return answer
  say(`Не получилось: ${answer.error}`)
  throw new Error(answer.error)
}

export function say(text) {
  notice.textContent = text
  notice.hidden = false
  clearTimeout(noticeTimer)
  noticeTimer = setTimeout(() => (notice.hidden = true), 4000)
}

/** Calls back at once and after every change. */
export function follow(update) {
  const source = new EventSource('/changes')
  source.onmessage = update
  source.onopen = update
}

export async function copy(text) {
  await navigator.clipboard.writeText(text)
  say('Скопировано')
}
