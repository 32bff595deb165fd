import PDFDocument from 'pdfkit';
import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { letterFont } from '../../../../layers/platform/pdf/font-file.ts';
import type { Letter } from '../../domain/letter.ts';

const MM = 72 / 25.4;
const INCH = 72;

/** The layout of a page, in points from its upper left corner. */
type Layout = { left: number; right: number; window: number; body: number; bottom: number; folds: number[] };

const layouts: Record<PaperSize, Layout> = {
  // DIN 5008 form B: the window of a DL envelope shows the area 45 to 90 mm from the top.
  A4: { left: 25 * MM, right: 20 * MM, window: 50 * MM, body: 103 * MM, bottom: 20 * MM, folds: [105 * MM, 210 * MM] },
  // Folded in three for a No. 10 envelope with a window 7/8 in from the left: 2 to 3 1/8 in from the top.
  LETTER: {
    ...{ left: INCH, right: INCH, window: 2.0 * INCH, body: 3.75 * INCH, bottom: 0.8 * INCH },
    folds: [(11 * INCH) / 3, (22 * INCH) / 3],
  },
};

const SENDER = 7.5;
const TEXT = 11;
/** The smallest legible print size; longer text continues on the next page. */
const SMALLEST = 9;

const write = (doc: PDFKit.PDFDocument, letter: Letter, layout: Layout): void => {
  const { left, right, window, body, bottom, folds } = layout;
  const width = doc.page.width - left - right;
  for (const y of folds)
    doc
      .moveTo(5 * MM, y)
      .lineTo(9 * MM, y)
      .lineWidth(0.4)
      .strokeColor('#888888')
      .stroke();
  const block = 80 * MM;
  doc
    .fillColor('#555555')
    .fontSize(SENDER)
    .text(letter.from, left, window - 5 * MM, { width: block, height: SENDER * 1.4, ellipsis: true });
  doc.fillColor('#000000').fontSize(TEXT);
  letter.to.forEach((line, place) => {
    doc.text(line, left, window + place * TEXT * 1.3, { width: block, height: TEXT * 1.4, ellipsis: true });
  });
  doc.fontSize(TEXT).text(letter.date, left, body - 9 * MM, { width, align: 'right', lineBreak: false });
  doc.fontSize(13).text(letter.subject, left, body, { width });
  doc.moveDown(0.8);
  const space = doc.page.height - bottom - doc.y;
  let size = TEXT;
  while (size > SMALLEST && doc.fontSize(size).heightOfString(letter.text, { width, lineGap: 2.5 }) > space)
    size -= 0.5;
  doc.fontSize(size).text(letter.text, left, doc.y, { width, lineGap: 2.5 });
};

/**
 * Returns a batch of letters as one PDF, each on a page of its own, with the address at the window of the envelope. The same letters and
 * instant (ISO 8601) give the same bytes: the output contains neither the current time nor random values.
 */
export const lettersPdf = (letters: readonly Letter[], size: PaperSize, madeAt: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const layout = layouts[size];
    const margins = { top: layout.bottom, bottom: layout.bottom, left: layout.left, right: layout.right };
    // Without an explicit font the library reads a standard font from a file that is not in the bundle.
    const doc = new PDFDocument({
      ...{ size, margins, autoFirstPage: false, font: letterFont() as unknown as string, lang: 'und' },
      info: { Title: 'Letters', Creator: 'Concord', Producer: 'Concord', CreationDate: new Date(madeAt) },
    });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    for (const letter of letters) {
      doc.addPage();
      write(doc, letter, layout);
    }
    doc.end();
  });
