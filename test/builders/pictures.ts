import { deflateSync } from 'node:zlib';
import { pngChunk } from '../../functions/patrons/domain/wallet/plain-png.ts';

/** Returns a grey PNG of a size. */
export const aPng = (width: number, height: number): Uint8Array => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Returns a PNG with a text after its first chunk. */
export const withText = (png: Uint8Array, key: string, text: string): Uint8Array =>
  Buffer.concat([png.subarray(0, 33), pngChunk('tEXt', Buffer.from(`${key}\0${text}`, 'latin1')), png.subarray(33)]);

const segment = (marker: number, data: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** Returns the segments of a JPEG of a size, with coded data that no viewer needs to draw. */
export const aJpeg = (width: number, height: number): Uint8Array => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const app = Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1');
  const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
  const coded = Buffer.from([0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, app),
    segment(0xc0, frame),
    scan,
    coded,
    Buffer.from([0xff, 0xd9]),
  ]);
};

/** Returns a JPEG with a text as EXIF. */
export const withExif = (jpeg: Uint8Array, text: string): Uint8Array =>
  Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, Buffer.from(`Exif\0\0${text}`, 'latin1')), jpeg.subarray(2)]);

/** Returns the beginning of a GIF of a size. */
export const aGif = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(64);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
};

const riffChunk = (name: string, data: Uint8Array): Buffer => {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

/** Returns an extended WebP of a size, with EXIF where a text is given. */
export const aWebp = (width: number, height: number, exif?: string): Uint8Array => {
  const head = Buffer.alloc(10);
  head[0] = exif === undefined ? 0 : 0x08;
  head.writeUIntLE(width - 1, 4, 3);
  head.writeUIntLE(height - 1, 7, 3);
  const parts = [riffChunk('VP8X', head), riffChunk('VP8L', Buffer.from([0x2f, 1, 2, 3, 4, 5, 6]))];
  if (exif !== undefined) parts.push(riffChunk('EXIF', Buffer.from(exif, 'latin1')));
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), size, body]);
};
