import { ProviderError } from '#shared/provider/ProviderError.ts'
import { sniffedType } from '#functions/inbox/fetchMedia.ts'

/** What runs, or what a browser or mail program might run, when an operator opens it. */
const FORBIDDEN_TYPES =
  /^(text\/html|image\/svg|application\/(xml|xhtml|x-msdownload|x-elf|x-mach-binary|x-ms-shortcut|x\.ms\.shortcut|x-apple-diskimage|java-vm|java-archive|vnd\.android\.package-archive|x-deb|x-rpm|x-google-chrome-extension|wasm|x-sh))/

const FORBIDDEN_NAMES =
  /\.(html?|xhtml|shtml|mht|svgz?|xml|xsl|exe|dll|com|scr|msi|msp|bat|cmd|ps1|vbs?|vbe|jse?|mjs|wsf|wsh|hta|cpl|jar|apk|app|dmg|deb|rpm|sh|lnk|url|reg|iso)$/i

/** Markup or a script at the beginning of a text. */
const ACTIVE_TEXT = /^\s*(#!|<(!doctype|\?xml|html|head|body|svg|script|iframe|!--))/i
const MARKUP_ANYWHERE = /<(html|svg|script|iframe)[\s>]/i

const TEXT_START = 4096

/** What a visitor's file is by its own bytes. Throws ProviderError `forbiddenType` for what we do not take. */
export async function visitorFileType(bytes: Uint8Array, name: string): Promise<string> {
  const sniffed = await sniffedType(bytes)
  if (FORBIDDEN_TYPES.test(sniffed) || FORBIDDEN_NAMES.test(name.trim()))
    throw new ProviderError('forbiddenType')
  if (sniffed !== 'application/octet-stream') return sniffed
  const text = startAsText(bytes)
  if (text === undefined) return sniffed
  if (ACTIVE_TEXT.test(text) || MARKUP_ANYWHERE.test(text)) throw new ProviderError('forbiddenType')
  return 'text/plain'
}

/** A nul byte tells binary from text in every encoding visitors use. */
function startAsText(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, TEXT_START)
  return start.includes(0) ? undefined : new TextDecoder().decode(start)
}
