import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'
import jbig2Url from 'pdfjs-dist/wasm/jbig2.wasm?url'
import openJpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url'

/** What scanners pack their pages with; anything else a page asks for stays undrawn. */
const DECODERS: Readonly<Record<string, string>> = { 'jbig2.wasm': jbig2Url, 'openjpeg.wasm': openJpegUrl }

/** Fetches nothing but what the page itself brought along, whatever a document asks for. */
class OwnDataFactory {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = DECODERS[filename]
    if (!url) throw new RangeError(`not here: ${filename}`)
    return new Uint8Array(await (await fetch(url)).arrayBuffer())
  }
}

/**
 * Opens a document to be drawn: its scripts, forms and links stay ink on paper. Rejects what is broken or locked,
 * and everything where the browser is too old to read documents.
 */
export async function readPdf(blob: Blob): Promise<PDFDocumentProxy> {
  const worker = (GlobalWorkerOptions.workerPort ??= new PdfWorker())
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', reject, { once: true })
  })
  const data = new Uint8Array(await blob.arrayBuffer())
  const { promise } = getDocument({
    data,
    BinaryDataFactory: OwnDataFactory,
    useWorkerFetch: false,
    enableXfa: false,
    disableWorkerRendering: true,
  })
  return Promise.race([promise, broken])
}
