import { inflateSync } from 'node:zlib';

// pdfkit ends lines by \n only: a \r before it is the stream's own last byte.
const streamsOf = (pdf: string): string[] =>
  [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });

const letters = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** The text of each glyph of the one font, from the file itself (its ToUnicode map). */
const glyphsOf = (streams: readonly string[]): string[] => {
  const map = streams.find((stream) => stream.includes('beginbfrange')) ?? '';
  const lists = [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)];
  const glyphs: string[] = [];
  for (const [, from = '0', list = ''] of lists) {
    // A ligature represents several letters, which pdfkit separates by a space.
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], place) => {
      glyphs[Number.parseInt(from, 16) + place] = letters(hex.replaceAll(' ', ''));
    });
  }
  return glyphs;
};

/** Returns the lines of text of a pdfkit PDF with one font, page by page, in drawing order. */
export const pdfPages = (bytes: Uint8Array): string[][] => {
  const streams = streamsOf(Buffer.from(bytes).toString('latin1'));
  const glyphs = glyphsOf(streams);
  const read = (shown: string): string =>
    [...shown.matchAll(/<([0-9a-f]+)>/gi)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((unit) => glyphs[Number.parseInt(unit, 16)] ?? '?')
      .join('');
  return streams
    .filter((stream) => /\bBT\b/.test(stream))
    .map((page) => [...page.matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown = '']) => read(shown)));
};

/** Returns the number of pages of a PDF. */
export const pageCount = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

/** Returns the number of filled rectangles on the pages: the bars of barcodes. */
export const rectangles = (bytes: Uint8Array): number =>
  streamsOf(Buffer.from(bytes).toString('latin1')).reduce((sum, page) => sum + (page.match(/ re$/gm)?.length ?? 0), 0);
