import { crc32 } from 'node:zlib';
import { type Colour, rgbPng } from '../functions/patrons/domain/wallet/plain-png.ts';

const WIDE = 300;
const HIGH = 435;

/** Ground, sun, hills and letters: each works with letters of 5 by 7 dots. */
const palettes: readonly (readonly [Colour, Colour, Colour, Colour])[] = [
  [
    [20, 32, 58],
    [255, 197, 61],
    [55, 155, 211],
    [255, 255, 255],
  ],
  [
    [138, 13, 39],
    [255, 241, 205],
    [98, 45, 113],
    [255, 255, 255],
  ],
  [
    [235, 235, 228],
    [173, 29, 44],
    [53, 128, 108],
    [23, 28, 38],
  ],
  [
    [53, 128, 108],
    [255, 241, 205],
    [20, 32, 58],
    [255, 255, 255],
  ],
];

/** The rows of each letter from A to Z, 5 bits a row. */
const letters = [
  '0e11111f111111 1e11111e11111e 0e11101010110e 1e11111111111e 1f10101e10101f 1f10101e101010 0e11101711110f',
  '1111111f111111 0e04040404040e 0702020202120c 11121418141211 1010101010101f 111b1515111111 11191513111111',
  '0e11111111110e 1e11111e101010 0e11111115120d 1e11111e141211 0f10100e01011e 1f040404040404 1111111111110e',
  '11111111110a04 11111115151b11 11110a040a1111 11110a04040404 1f01020408101f',
]
  .join(' ')
  .split(' ');

/** Returns the title in lines of at most twelve letters. */
const linesOf = (title: string): string[] => {
  const lines: string[] = [];
  for (const part of title
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(Boolean)) {
    const joined = `${lines.at(-1) ?? ''} ${part}`.trim();
    if (lines.length > 0 && joined.length <= 12) lines[lines.length - 1] = joined;
    else lines.push(part.slice(0, 12));
  }
  return lines;
};

/** Returns the drawing of a title as a PNG, the same one every time: a sun over two hills, and the title in dots. */
export const drawCover = (title: string): Uint8Array => {
  const hash = crc32(title);
  const [ground, sun, hill, ink] = palettes[hash % palettes.length] ?? (palettes[0] as (typeof palettes)[number]);
  const row = WIDE * 3 + 1;
  const pixels = Buffer.alloc(row * HIGH);
  const set = (x: number, y: number, colour: Colour): void => {
    for (const [i, value] of colour.entries()) pixels[y * row + 1 + x * 3 + i] = value;
  };
  const centre = { x: 60 + ((hash >>> 8) % 180), y: 260, reach: 62 };
  for (let y = 0; y < HIGH; y += 1)
    for (let x = 0; x < WIDE; x += 1) {
      const isSun = (x - centre.x) ** 2 + (y - centre.y) ** 2 < centre.reach ** 2;
      const isHill = y > 330 + 34 * Math.sin(x / 55 + (hash % 7)) || y > 372 + 20 * Math.cos(x / 38);
      set(x, y, isHill ? hill : isSun ? sun : ground);
    }
  for (const [line, text] of linesOf(title).entries())
    for (const [place, letter] of [...text].entries()) {
      const rows = Buffer.from(letters[letter.charCodeAt(0) - 65] ?? '', 'hex');
      for (const [down, bits] of rows.entries())
        for (let dot = 0; dot < 5; dot += 1) {
          if (!(bits & (16 >> dot))) continue;
          const [left, top] = [24 + place * 21 + dot * 3.5, 30 + line * 36 + down * 4];
          for (let y = top; y < top + 4; y += 1)
            for (let x = Math.floor(left); x < left + 3.5; x += 1) if (x < WIDE && y < HIGH) set(x, y, ink);
        }
    }
  return rgbPng({ width: WIDE, height: HIGH }, pixels);
};
