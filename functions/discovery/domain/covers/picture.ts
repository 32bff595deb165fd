/** The types of pictures that are shown as covers. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';

/** The type of a picture, by its first bytes, and its size in pixels. */
export type Picture = { type: PictureType; width: number; height: number };

type Bytes = Uint8Array;
const view = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (bytes: Bytes, from: number, until: number): string =>
  String.fromCharCode(...bytes.subarray(from, until));

const PNG = '\x89PNG\r\n\x1a\n';

const pngSize = (bytes: Bytes) =>
  textAt(bytes, 12, 16) === 'IHDR'
    ? { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) }
    : undefined;

const gifSize = (bytes: Bytes) => ({
  width: view(bytes).getUint16(6, true),
  height: view(bytes).getUint16(8, true),
});

/** The markers that begin a frame of JPEG: SOF0 to SOF15, without DHT, JPG and DAC, which have numbers among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegSize = (bytes: Bytes) => {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return { height: view(bytes).getUint16(at + 5), width: view(bytes).getUint16(at + 7) };
    at += 2 + view(bytes).getUint16(at + 2);
  }
  return undefined;
};

const webpSize = (bytes: Bytes) => {
  const data = view(bytes);
  const kind = textAt(bytes, 12, 16);
  if (kind === 'VP8 ' && textAt(bytes, 23, 26) === '\x9d\x01*')
    return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L' && bytes[20] === 0x2f) {
    const bits = data.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return undefined;
  const three = (at: number): number => data.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16) + 1;
  return { width: three(24), height: three(27) };
};

const typeOf = (bytes: Bytes): PictureType | undefined => {
  if (textAt(bytes, 0, 8) === PNG) return 'image/png';
  if (textAt(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(textAt(bytes, 0, 6))) return 'image/gif';
  return textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP' ? 'image/webp' : undefined;
};

const sizeOf = { 'image/png': pngSize, 'image/jpeg': jpegSize, 'image/gif': gifSize, 'image/webp': webpSize };

/** The shortest file of which the size can be read. */
const LEAST_BYTES = 32;

/** Returns the type and size of a picture; undefined for anything else, whatever its name or declared type. */
export const pictureIn = (bytes: Uint8Array): Picture | undefined => {
  const type = bytes.length < LEAST_BYTES ? undefined : typeOf(bytes);
  const size = type && sizeOf[type](bytes);
  return type && size && size.width > 0 && size.height > 0 ? { type, ...size } : undefined;
};

/** The smallest side of a cover, in pixels: providers send a picture of one pixel, or a blank thumbnail, where they have none. */
const LEAST_SIDE = 40;
/** The largest side, in pixels: a small file can decode to a picture that fills the memory of a browser. */
const MOST_SIDE = 4000;

/** Returns whether a picture is as large as a cover. */
export const isCoverSize = ({ width, height }: Picture): boolean =>
  Math.min(width, height) >= LEAST_SIDE && Math.max(width, height) <= MOST_SIDE;
