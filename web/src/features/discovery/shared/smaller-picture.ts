/** The most pixels of a side and the most bytes of a cover that is sent as it is. */
const LONGEST_SIDE = 900;
const MOST_BYTES = 200_000;
const QUALITY = 0.85;

/**
 * Returns a picture as it is, if it is small, and otherwise as a JPEG of at most 900 pixels a side, turned as the camera recorded: readers load
 * covers by the dozen. A file that the browser cannot read is returned as it is.
 */
export const smallerPicture = async (file: Blob): Promise<Blob> => {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  if (scale === 1 && file.size <= MOST_BYTES) return file;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return file;
  // JPEG has no transparency.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return made && (scale < 1 || made.size < file.size) ? made : file;
};
