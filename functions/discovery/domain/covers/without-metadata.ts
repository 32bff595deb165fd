import { pictureIn } from './picture.ts';

type Bytes = Uint8Array;
const view = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (bytes: Bytes, from: number, until: number): string =>
  String.fromCharCode(...bytes.subarray(from, until));

/** Only chunks that change the drawing remain: text, times, EXIF and what programs add are left out. */
const drawingChunks = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs'.split(' '));

const png = (bytes: Bytes): Bytes | undefined => {
  const parts: Bytes[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view(bytes).getUint32(at);
    if (end > bytes.length) return undefined;
    const name = textAt(bytes, at + 4, at + 8);
    if (drawingChunks.has(name)) parts.push(bytes.subarray(at, end));
    // What follows the end is no part of the picture.
    if (name === 'IEND') return Buffer.concat(parts);
    at = end;
  }
  return undefined;
};

const APP0 = 0xe0;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const SCAN = 0xda;
const END = 0xd9;

/** Returns whether a segment of JPEG changes the drawing: JFIF, the colour profile and Adobe's transform do, all other application data does not. */
const isDrawing = (marker: number, bytes: Bytes, at: number): boolean => {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP2) return textAt(bytes, at + 4, at + 15) === 'ICC_PROFILE';
  return marker === APP0 || marker === APP14;
};

/** Returns where the coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Bytes, from: number): number => {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
};

const jpeg = (bytes: Bytes): Bytes | undefined => {
  const parts: Bytes[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 2 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return Buffer.concat([...parts, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return undefined;
    const header = at + 2 + view(bytes).getUint16(at + 2);
    const end = marker === SCAN ? endOfScan(bytes, header) : header;
    if (end > bytes.length || end <= at + 3) return undefined;
    if (isDrawing(marker, bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
};

/** The flags of VP8X for EXIF and XMP, which are left out, and for an animation, which is no cover. */
const EXIF_AND_XMP = 0x0c;
const ANIMATED = 0x02;

const webp = (bytes: Bytes): Bytes | undefined => {
  const parts: Bytes[] = [];
  const end = 8 + view(bytes).getUint32(4, true);
  if (end > bytes.length) return undefined;
  let at = 12;
  while (at + 8 <= end) {
    const length = view(bytes).getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (next > end) return undefined;
    const name = textAt(bytes, at, at + 4);
    const chunk = Uint8Array.from(bytes.subarray(at, next));
    if (name === 'VP8X') {
      if ((chunk[8] ?? 0) & ANIMATED) return undefined;
      chunk[8] = (chunk[8] ?? 0) & ~EXIF_AND_XMP;
    }
    if (['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'].includes(name)) parts.push(chunk);
    at = next;
  }
  const body = Buffer.concat(parts);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
};

const cleaners = { 'image/png': png, 'image/jpeg': jpeg, 'image/webp': webp };

/**
 * Returns a JPEG, PNG or WebP without metadata: a photograph names the place where it was taken and the camera. Undefined for a file that is
 * cut off or animated, and for another type.
 */
export const withoutMetadata = (bytes: Uint8Array): Uint8Array | undefined => {
  const type = pictureIn(bytes)?.type;
  return type === undefined || type === 'image/gif' ? undefined : cleaners[type](bytes);
};
