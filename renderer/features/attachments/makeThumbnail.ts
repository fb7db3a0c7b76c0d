import type { AttachmentRules } from '../../../shared/domain/attachment/rules.ts'

/**
 * A small JPEG of a picture, upright as the camera was held; null for what the page cannot draw. Made here and not in the desk:
 * the page has the decoder in either host, and a broken picture can only trouble the page.
 */
export async function makeThumbnail(file: Blob, { edgePixels, maxBytes, quality }: AttachmentRules['thumbnail']) {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  try {
    const scale = Math.min(1, edgePixels / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    )
    const context = canvas.getContext('2d')
    if (!context) return null
    // JPEG has no transparency: what was see-through would come out black.
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    for (let tried = quality; tried > 0.1; tried -= 0.15) {
      const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: tried })
      if (small.size <= maxBytes) return small
    }
    return null
  } finally {
    picture.close()
  }
}
