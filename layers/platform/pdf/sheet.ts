import PDFDocument from 'pdfkit';
import type { PaperSize } from '../../kernel/text/paper-size.ts';
import { code39 } from './code39.ts';
import { letterFont } from './font-file.ts';
import { slipNumber } from './slip-number.ts';

type Doc = PDFKit.PDFDocument;

/** A millimetre in points. */
export const MM = 72 / 25.4;
/** What stays white at the edges of a sheet, and between a slip’s edge and what is on it. */
const EDGE = 10 * MM;
const INSET = 3 * MM;
/** A narrow bar: a fifth of a millimetre, which desk scanners and office printers both manage. */
const NARROW = 0.2 * MM;
const BAR_HEIGHT = 12 * MM;

const GREY = '#555555';
const BLACK = '#000000';

/** Where something stands on a sheet, and how wide it may be, in points. */
export type Place = { x: number; y: number; width: number };

/** A rectangle on a sheet, in points. */
export type Box = Place & { height: number };

/** Writes one line, or as many as `lines` says; what does not fit ends in an ellipsis. Gives where the next thing stands. */
export const write = (doc: Doc, text: string, { x, y, width }: Place, size: number, lines = 1): number => {
  doc.fillColor(BLACK).fontSize(size);
  const line = doc.currentLineHeight(true);
  // A little more than its lines need, or the last would be left out for want of a hair's breadth.
  doc.text(text, x, y, { width, height: lines * line + 0.5, ellipsis: true });
  return y + Math.min(lines, Math.max(1, Math.round((doc.y - y) / line))) * line;
};

/** A small grey caption above a value, and the value. Gives where the next thing stands. */
export const captioned = (doc: Doc, caption: string, value: string, place: Place, size: number, lines = 1): number => {
  doc.fillColor(GREY).fontSize(7).text(caption, place.x, place.y, { width: place.width, lineBreak: false });
  return write(doc, value, { ...place, y: place.y + 8.5 }, size, lines) + 3;
};

/** A request's number as a barcode (Code 39) with its digits below, its foot at `bottom` and its right end at `right`. */
export const drawNumber = (doc: Doc, requestId: string, caption: string, right: number, bottom: number): void => {
  const number = slipNumber(requestId);
  const { bars, width } = code39(number);
  const x = right - width * NARROW;
  const top = bottom - BAR_HEIGHT - 10;
  for (const bar of bars) doc.rect(x + bar.at * NARROW, top, bar.width * NARROW, BAR_HEIGHT);
  doc.fill(BLACK);
  doc
    .fontSize(8)
    .text(`${caption} ${number}`, x, bottom - 8.5, { width: right - x, align: 'center', lineBreak: false });
};

/** How wide a request's barcode is, in points. */
export const numberWidth = (requestId: string): number => code39(slipNumber(requestId)).width * NARROW;

const cutLine = (doc: Doc, y: number): void => {
  doc.moveTo(5 * MM, y).lineTo(doc.page.width - 5 * MM, y);
  doc.dash(3, { space: 3 }).lineWidth(0.4).strokeColor('#888888').stroke().undash();
};

/** What a sheet of slips is made of: the paper, its title for the file's own description, how many slips are on a sheet. */
export type Sheet = { size: PaperSize; title: string; language: string; perPage: number; madeAt: string };

/**
 * Slips as one PDF, several on a sheet with lines to cut along. `draw` puts one into its box. The same slips and instant (ISO
 * 8601) give the same bytes: nothing of the clock or of chance goes in.
 */
export const sheetsPdf = <T>(
  slips: readonly T[],
  { size, title, language, perPage, madeAt }: Sheet,
  draw: (doc: Doc, slip: T, box: Box) => void,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    // Without a font of its own it would read one of its standard fonts from a file that no bundle holds.
    const doc = new PDFDocument({
      ...{ size, margin: 0, autoFirstPage: false, font: letterFont() as unknown as string, lang: language },
      info: { Title: title, Creator: 'Concord', Producer: 'Concord', CreationDate: new Date(madeAt) },
    });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    slips.forEach((slip, index) => {
      const place = index % perPage;
      if (place === 0) doc.addPage();
      const height = (doc.page.height - 2 * EDGE) / perPage;
      const top = EDGE + place * height;
      if (place > 0) cutLine(doc, top);
      draw(doc, slip, { x: EDGE, y: top + INSET, width: doc.page.width - 2 * EDGE, height: height - 2 * INSET });
    });
    doc.end();
  });
