import { inflateSync } from 'node:zlib';

// pdfkit ends lines by \n alone: a \r before it is the stream's own last byte.
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

/** What each glyph of the one font stands for, as the file itself says (its ToUnicode map). */
const glyphsOf = (streams: readonly string[]): string[] => {
  const map = streams.find((stream) => stream.includes('beginbfrange')) ?? '';
  const lists = [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)];
  const glyphs: string[] = [];
  for (const [, from = '0', list = ''] of lists) {
    // A ligature stands for several letters, which pdfkit parts by a blank.
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], place) => {
      glyphs[Number.parseInt(from, 16) + place] = letters(hex.replaceAll(' ', ''));
    });
  }
  return glyphs;
};

/** The lines of text of a PDF that pdfkit wrote with one font, page by page, in the order in which they were drawn. */
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

/** How many pages a PDF has. */
export const pageCount = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

/** How many filled rectangles the pages draw: the bars of barcodes. */
export const rectangles = (bytes: Uint8Array): number =>
  streamsOf(Buffer.from(bytes).toString('latin1')).reduce((sum, page) => sum + (page.match(/ re$/gm)?.length ?? 0), 0);
