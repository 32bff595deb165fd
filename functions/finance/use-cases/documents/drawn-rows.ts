import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import type { Doc } from '../../../../layers/platform/pdf/pdf-document.ts';
import { MM, write } from '../../../../layers/platform/pdf/sheet.ts';

/** The margin of a page, the font size, the height of a row, and the widths of amounts and bars. */
export const EDGE = 20 * MM;
export const SIZE = 9;
export const ROW = 14;
export const AMOUNT = 30 * MM;
const BAR = 60 * MM;
const CHARGED = '#1f5c99';
const CREDITED = '#a35b00';

/** Returns a cursor down the pages: `room` begins a new page when the given height does not fit. */
export const cursorOf = (doc: Doc) => {
  const at = { y: EDGE };
  const reserve = (height: number): number => {
    if (at.y + height > doc.page.height - EDGE) {
      doc.addPage();
      at.y = EDGE;
    }
    return at.y;
  };
  return { at, reserve };
};
export type Cursor = ReturnType<typeof cursorOf>;

/** Writes an amount at the right edge of a page. */
export const amountAt = (doc: Doc, text: string, y: number, size = SIZE): void => {
  const right = doc.page.width - EDGE;
  doc
    .fillColor('#000000')
    .fontSize(size)
    .text(text, right - AMOUNT, y, { width: AMOUNT, align: 'right', lineBreak: false });
};

/** Draws sums as bars beside their figures: the largest has the full width. */
export const bars = (doc: Doc, { at, reserve }: Cursor, sums: readonly [string, number][], digits: number): void => {
  const largest = Math.max(1, ...sums.map(([, sum]) => Math.abs(sum)));
  for (const [name, sum] of sums) {
    const y = reserve(ROW);
    write(doc, name, { x: EDGE, y, width: 60 * MM }, SIZE);
    doc.rect(EDGE + 62 * MM, y + 1, (Math.abs(sum) / largest) * BAR, ROW - 6).fill(sum < 0 ? CREDITED : CHARGED);
    amountAt(doc, decimalText(BigInt(sum), digits), y);
    at.y = y + ROW;
  }
  at.y += 8;
};

/** Writes a sum below a line across the page. */
export const sumRow = (doc: Doc, { at, reserve }: Cursor, name: string, text: string): void => {
  const y = reserve(ROW + 2);
  doc
    .moveTo(EDGE, y)
    .lineTo(doc.page.width - EDGE, y)
    .lineWidth(0.5)
    .strokeColor('#888888')
    .stroke();
  write(doc, name, { x: EDGE, y: y + 2, width: 100 * MM }, SIZE + 1);
  amountAt(doc, text, y + 2);
  at.y = y + ROW + 4;
};
