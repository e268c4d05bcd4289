/** One call with a form, or without one; the answer as it came. */
export async function askText(
  url: string,
  form?: Readonly<Record<string, string>>,
): Promise<{ status: number; body: string }> {
  const response = await fetch(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {})
  return { status: response.status, body: await response.text() }
}
