import PDFDocument from 'pdfkit';
import type { PaperSize } from '../../kernel/text/paper-size.ts';
import { code39 } from './code39.ts';
import { letterFont } from './font-file.ts';
import { slipNumber } from './slip-number.ts';

type Doc = PDFKit.PDFDocument;

/** A millimetre in points. */
export const MM = 72 / 25.4;
/** The margins of a sheet, and between a slip’s edge and its content. */
const EDGE = 10 * MM;
const INSET = 3 * MM;
/** The width of a narrow bar: a fifth of a millimetre, which desk scanners and office printers both support. */
const NARROW = 0.2 * MM;
const BAR_HEIGHT = 12 * MM;

const GREY = '#555555';
const BLACK = '#000000';

/** A position on a sheet and the available width, in points. */
export type Place = { x: number; y: number; width: number };

/** A rectangle on a sheet, in points. */
export type Box = Place & { height: number };

/** Writes one line, or up to `lines` lines; longer text ends in an ellipsis. Returns the y position of the next element. */
export const write = (doc: Doc, text: string, { x, y, width }: Place, size: number, lines = 1): number => {
  doc.fillColor(BLACK).fontSize(size);
  const line = doc.currentLineHeight(true);
  // Slightly more height than the lines need; otherwise rounding would drop the last line.
  doc.text(text, x, y, { width, height: lines * line + 0.5, ellipsis: true });
  return y + Math.min(lines, Math.max(1, Math.round((doc.y - y) / line))) * line;
};

/** Writes a small grey caption above a value. Returns the y position of the next element. */
export const captioned = (doc: Doc, caption: string, value: string, place: Place, size: number, lines = 1): number => {
  doc.fillColor(GREY).fontSize(7).text(caption, place.x, place.y, { width: place.width, lineBreak: false });
  return write(doc, value, { ...place, y: place.y + 8.5 }, size, lines) + 3;
};

/** Draws a request's number as a barcode (Code 39) with its digits below, its bottom at `bottom` and its right edge at `right`. */
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

/** Returns the width of a request's barcode in points. */
export const numberWidth = (requestId: string): number => code39(slipNumber(requestId)).width * NARROW;

const cutLine = (doc: Doc, y: number): void => {
  doc.moveTo(5 * MM, y).lineTo(doc.page.width - 5 * MM, y);
  doc.dash(3, { space: 3 }).lineWidth(0.4).strokeColor('#888888').stroke().undash();
};

/** The settings of a sheet of slips: the paper, the title in the file's metadata, and the number of slips per sheet. */
export type Sheet = { size: PaperSize; title: string; language: string; perPage: number; madeAt: string };

/**
 * Returns slips as one PDF, several on a sheet with cutting lines. `draw` draws one slip into its box. The same slips and instant (ISO
 * 8601) give the same bytes: the output contains neither the current time nor random values.
 */
export const sheetsPdf = <T>(
  slips: readonly T[],
  { size, title, language, perPage, madeAt }: Sheet,
  draw: (doc: Doc, slip: T, box: Box) => void,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    // Without an explicit font the library reads a standard font from a file that is not in the bundle.
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
