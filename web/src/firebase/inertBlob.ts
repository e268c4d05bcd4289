/** What a page may draw or play; an SVG is none of it. */
const SHOWN = /^(?:image\/(?:jpeg|png|gif|webp|avif|bmp)|(?:audio|video)\/[\w.+-]+)(?:;.*)?$/iu

/** A file that stays bytes even where its local address is opened in a tab: nothing of it ever runs on our origin. */
export function inertBlob(blob: Blob): Blob {
  return SHOWN.test(blob.type) ? blob : blob.slice(0, blob.size, 'application/octet-stream')
}
