import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** iPhones draw nothing on a canvas with more pixels. */
const MAX_PIXELS = 4096 * 4096

/** Draws one page, so many CSS pixels wide, as sharp as the screen is. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<void> {
  const page = await pdf.getPage(pageNumber)
  const natural = page.getViewport({ scale: 1 })
  const sharp = (width / natural.width) * window.devicePixelRatio
  const most = Math.sqrt(MAX_PIXELS / (natural.width * natural.height))
  const viewport = page.getViewport({ scale: Math.min(sharp, most) })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  await page.render({ canvas, viewport }).promise
}
