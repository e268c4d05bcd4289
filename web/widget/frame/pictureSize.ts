/** A picture's measures, so that room for it can be kept before it loads; nothing for other files. */
export async function pictureSize(file: File): Promise<{ width: number; height: number } | null> {
  if (!file.type.startsWith('image/')) return null
  try {
    const { width, height } = await createImageBitmap(file)
    return { width, height }
  } catch {
    return null
  }
}
