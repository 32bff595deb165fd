import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import {
  type Box,
  captioned,
  drawNumber,
  MM,
  numberWidth,
  sheetsPdf,
  write,
} from '../../../../layers/platform/pdf/sheet.ts';
import type { PackingSlip } from '../../domain/slips/slip.ts';
import { type SlipLanguage, type SlipTexts, slipTexts } from '../../domain/slips/slip-texts.ts';

const PER_PAGE = 3;
const GAP = 6 * MM;
const ADDRESS_LINES = 6;

const drawAddresses = (doc: PDFKit.PDFDocument, slip: PackingSlip, texts: SlipTexts, { x, y, width, height }: Box) => {
  let next = write(doc, texts[slip.way], { x, y, width }, 13) + 6;
  captioned(doc, texts.to, '', { x, y: next, width }, 13);
  next += 9;
  for (const line of slip.to.slice(0, ADDRESS_LINES)) next = write(doc, line, { x, y: next, width }, 13);
  const from = slip.from.join(', ');
  captioned(doc, texts.from, from, { x, y: y + height - 34, width }, 9, 2);
};

const drawItem = (doc: PDFKit.PDFDocument, slip: PackingSlip, texts: SlipTexts, { x, y, width }: Box): void => {
  let next = write(doc, slip.title, { x, y, width }, 11, 2);
  const by = [slip.author, slip.volume].filter((part) => part !== undefined).join(' · ');
  if (by !== '') next = write(doc, by, { x, y: next, width }, 9.5);
  next += 3;
  const half = width / 2;
  const { barcode, theirNumber, due, conditions } = slip;
  if (barcode !== undefined) captioned(doc, texts.barcode, barcode, { x, y: next, width: half }, 10);
  if (theirNumber !== undefined) {
    captioned(doc, texts.theirNumber, theirNumber, { x: x + half, y: next, width: half }, 10);
  }
  if (barcode !== undefined || theirNumber !== undefined) next += 25;
  if (due !== undefined) next = captioned(doc, texts.due, due, { x, y: next, width }, 12);
  if (conditions.length > 0) captioned(doc, texts.conditions, conditions.join('; '), { x, y: next, width }, 9.5, 3);
};

/**
 * Draws packing slips, three on a sheet: recipient, sender, item, due date and conditions, with the request's barcode.
 */
export const packingSlipsPdf = (
  slips: readonly PackingSlip[],
  size: PaperSize,
  language: SlipLanguage,
  madeAt: string,
): Promise<Uint8Array> => {
  const texts = slipTexts[language];
  const sheet = { size, title: texts.packingSlips, language: language.slice(0, 2), perPage: PER_PAGE, madeAt };
  return sheetsPdf(slips, sheet, (doc, slip, box) => {
    const right = box.x + box.width;
    const wide = numberWidth(slip.requestId);
    drawAddresses(doc, slip, texts, { ...box, width: box.width - wide - GAP });
    drawItem(doc, slip, texts, { ...box, x: right - wide, width: wide });
    drawNumber(doc, slip.requestId, texts.request, right, box.y + box.height);
  });
};
