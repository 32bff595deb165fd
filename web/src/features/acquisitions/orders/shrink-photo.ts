/** The longest side of a photo of a receipt, in pixels: its print is legible, and the file stays far below what is accepted. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/** Returns a photo as a JPEG whose longer side has at most 1,600 pixels. Throws when the browser cannot read the file. */
export const shrinkPhoto = async (file: Blob): Promise<Blob> => {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
};
