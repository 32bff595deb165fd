import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits for each of red, green and blue. */
const [DEPTH, RGB] = [8, 2];

/** Returns a chunk of a PNG: its length, type, data and check sum. */
export const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A colour as red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Returns a picture as PNG (ISO/IEC 15948). `rows`: of each row, a 0 and then the colours of its pixels. */
export const rgbPng = ({ width, height }: { width: number; height: number }, rows: Uint8Array): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([DEPTH, RGB, 0, 0, 0], 8);
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...chunks]);
};

/** Returns a square picture as PNG: vertical bars of two colours, which stand for a barcode. `size` in pixels. */
export const barsPng = (size: number, ground: Colour, bar: Colour): Buffer => {
  const edge = Math.floor(size / 5);
  const isBar = (x: number, y: number): boolean =>
    x >= edge &&
    x < size - edge &&
    y >= edge &&
    y < size - edge &&
    Math.floor((x - edge) / Math.max(1, edge / 2)) % 2 === 0;
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (__, x) => (isBar(x, y) ? bar : ground)).flat(),
  ]);
  return rgbPng({ width: size, height: size }, Buffer.from(rows.flat()));
};
