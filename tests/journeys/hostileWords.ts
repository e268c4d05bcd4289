/** What a script of a stranger would leave behind. */
const MARK = 'window.hacked=true'
const ZALGO = 'z' + '\u0301\u0316\u0321'.repeat(30)

/** Words anybody may write anywhere, each an attempt of its own kind. `where` makes them one field's own. */
export function hostile(where: string): string {
  return `${where} <img src=x onerror="${MARK}"> {{constructor.constructor('${MARK}')()}} \${${MARK}} @:name \u202Egnp.exe ${ZALGO}`
}

/** The part of them that is looked for on the page. */
export const shownOf = (where: string): string => `${where} <img src=x onerror=`

/** No place to break it. */
export const LONG_WORD: string = 'Ы'.repeat(100_000)

export const LINKS = [
  `javascript:${MARK}`,
  `data:text/html,<script>${MARK}</script>`,
  'vbscript:hack',
  'file:///etc/passwd',
  `https://example.org/"onmouseover="${MARK}`,
  'http://example.org',
  'mailto:anna@example.org',
  '+7 900 123-45-67',
].join(' ')

/** A page and a picture that run a script wherever a browser takes them for such. */
export const HTML_FILE = `<!doctype html><script>${MARK};opener&&(opener.hacked=true)</script>`
export const SVG_FILE = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>${MARK}</script></svg>`
