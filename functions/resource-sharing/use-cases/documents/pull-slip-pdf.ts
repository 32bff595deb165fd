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
import type { PullSlip } from '../../domain/slips/slip.ts';
import { type SlipLanguage, type SlipTexts, slipTexts } from '../../domain/slips/slip-texts.ts';

const PER_PAGE = 4;
const GAP = 6 * MM;

const drawShelf = (doc: PDFKit.PDFDocument, slip: PullSlip, texts: SlipTexts, { x, y, width }: Box): void => {
  let next = captioned(doc, texts.location, slip.location ?? texts.noLocation, { x, y, width }, 12);
  if (slip.callNumber) next = captioned(doc, texts.callNumber, slip.callNumber, { x, y: next, width }, 18);
  next = write(doc, slip.title, { x, y: next, width }, 11, 2);
  const by = [slip.author, slip.volume].filter((part) => part !== undefined).join(' · ');
  if (by !== '') next = write(doc, by, { x, y: next, width }, 9.5);
  if (slip.part !== undefined) next = captioned(doc, texts.toCopy, slip.part, { x, y: next + 2, width }, 9.5, 2);
  if (slip.barcode !== undefined) captioned(doc, texts.barcode, slip.barcode, { x, y: next + 2, width }, 11);
};

const drawRequest = (doc: PDFKit.PDFDocument, slip: PullSlip, texts: SlipTexts, { x, y, width }: Box): void => {
  const half = width / 2;
  const { theirNumber, recipient, answerBy, needBy } = slip;
  write(doc, texts[slip.service], { x, y: y + 4, width: half }, 13);
  if (theirNumber !== undefined) captioned(doc, texts.theirNumber, theirNumber, { x: x + half, y, width: half }, 10);
  let next = captioned(doc, texts.recipient, recipient.name, { x, y: y + 25, width }, 12, 2);
  if (recipient.place !== undefined) next = write(doc, recipient.place, { x, y: next - 3, width }, 10) + 3;
  if (answerBy === undefined) write(doc, texts.promised, { x, y: next + 8.5, width: half }, 10);
  else captioned(doc, texts.answerBy, answerBy, { x, y: next, width: half }, 10);
  if (needBy !== undefined) captioned(doc, texts.needBy, needBy, { x: x + half, y: next, width: half }, 10);
};

/** Draws pull slips, four on a sheet, in the given (shelf) order. */
export const pullSlipsPdf = (
  slips: readonly PullSlip[],
  size: PaperSize,
  language: SlipLanguage,
  madeAt: string,
): Promise<Uint8Array> => {
  const texts = slipTexts[language];
  const sheet = { size, title: texts.pullSlips, language: language.slice(0, 2), perPage: PER_PAGE, madeAt };
  return sheetsPdf(slips, sheet, (doc, slip, box) => {
    const right = box.x + box.width;
    const wide = numberWidth(slip.requestId);
    drawShelf(doc, slip, texts, { ...box, width: box.width - wide - GAP });
    drawRequest(doc, slip, texts, { ...box, x: right - wide, width: wide });
    drawNumber(doc, slip.requestId, texts.request, right, box.y + box.height);
  });
};
