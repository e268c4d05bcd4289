import type { Attachment } from '#shared/domain/message.ts'
import type { Colour } from './encodePng.ts'
import { encodePng } from './encodePng.ts'

export type DemoFileName = 'pled.png' | 'schet-4190.pdf' | 'nakladnaya.pdf'

export interface DemoFile extends Pick<
  Attachment,
  'kind' | 'name' | 'contentType' | 'size' | 'width' | 'height'
> {
  readonly bytes: Buffer
}

/** The files of the demo conversations, drawn here so that no binary lies in the repository. */
export function demoFile(fileName: DemoFileName): DemoFile {
  switch (fileName) {
    case 'pled.png':
      return picture('Плед.png')
    case 'schet-4190.pdf':
      return page('Счёт 4190.pdf', 'Invoice 4190')
    case 'nakladnaya.pdf':
      return page('накладная.pdf', 'Waybill 4166')
  }
}

const WIDTH = 480
const HEIGHT = 360

function picture(name: string): DemoFile {
  const bytes = encodePng(WIDTH, HEIGHT, wool)
  return {
    kind: 'image',
    name,
    contentType: 'image/png',
    size: bytes.length,
    width: WIDTH,
    height: HEIGHT,
    bytes,
  }
}

/** A chequered plaid: stripes along and across, in three wools. */
function wool(x: number, y: number): Colour {
  const stripes = Number(x % 96 < 28) + Number(y % 96 < 28)
  const thread = (x + y) % 4 < 2 ? 6 : 0
  const [red, green, blue] = WOOLS[stripes] ?? WOOLS[0]
  return [red + thread, green + thread, blue + thread]
}

const WOOLS: readonly [Colour, ...Colour[]] = [
  [214, 196, 170],
  [168, 108, 78],
  [96, 52, 44],
]

function page(name: string, title: string): DemoFile {
  const bytes = pdf(title)
  return { kind: 'document', name, contentType: 'application/pdf', size: bytes.length, bytes }
}

/** The least a reader opens: one page with one line. */
function pdf(title: string): Buffer {
  const text = `BT /F1 28 Tf 60 760 Td (${title}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${String(at + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const listed = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${listed}`
  const trailer = `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>`
  return Buffer.from(`${body}${table}${trailer}\nstartxref\n${String(body.length)}\n%%EOF\n`)
}
