import { crc32, deflateSync } from 'node:zlib'
import type { Attachment } from '#shared/domain/message.ts'

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
  const bytes = png()
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
function png(): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => wool(x, y)).flat()]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function wool(x: number, y: number): number[] {
  const stripes = Number(x % 96 < 28) + Number(y % 96 < 28)
  const thread = (x + y) % 4 < 2 ? 6 : 0
  const colours = [
    [214, 196, 170],
    [168, 108, 78],
    [96, 52, 44],
  ]
  return (colours[stripes] ?? []).map((colour) => colour + thread)
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)])
}

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
