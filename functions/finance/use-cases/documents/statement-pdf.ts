import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { write } from '../../../../layers/platform/pdf/sheet.ts';
import { blocks } from '../../domain/statements/billing-policy.ts';
import { lineTitle, percentText } from '../../domain/statements/files/line-texts.ts';
import { correctedInvoices } from '../../domain/statements/files/statement-table.ts';
import {
  filled,
  type StatementLanguage,
  type StatementTexts,
  statementTexts,
} from '../../domain/statements/files/statement-texts.ts';
import { referencesOf } from '../../domain/statements/invoice.ts';
import { type Statement, type StatementLine, sumOfLines } from '../../domain/statements/statement.ts';
import {
  AMOUNT,
  amountAt,
  bars,
  type Cursor,
  cursorOf,
  type Doc,
  EDGE,
  PERIOD,
  pdfOf,
  ROW,
  SIZE,
  sumRow,
} from './drawn-rows.ts';

const NOTE = 10;

/**
 * The print settings of a statement: the issuer, the name, the paper, the language, the invoice, the date (ISO instant); once booked,
 * the day of issue and, for an invoice, the due day.
 */
export type PrintedWith = {
  issuer: string;
  name: string;
  size: PaperSize;
  language: StatementLanguage;
  invoice?: string;
  madeAt: string;
  issuedOn?: string;
  dueOn?: string;
};

const heading = (doc: Doc, { at }: Cursor, statement: Statement, texts: StatementTexts, printed: PrintedWith): void => {
  const width = doc.page.width - 2 * EDGE;
  const place = (y: number) => ({ x: EDGE, y, width });
  at.y = write(doc, printed.issuer, place(at.y), 10) + 2;
  at.y = write(doc, `${texts.statement} ${statement.month}`, place(at.y), 16) + 2;
  at.y = write(doc, printed.name, place(at.y), 12, 2) + 2;
  if (printed.invoice !== undefined) at.y = write(doc, `${texts.invoice} ${printed.invoice}`, place(at.y), 10) + 2;
  const { corrects, purchaseOrders } = referencesOf(statement.lines);
  for (const [name, text] of [
    [texts.issued, printed.issuedOn],
    [texts.payBy, printed.dueOn],
    [texts.currency, statement.currency],
  ] as const)
    if (text !== undefined) at.y = write(doc, `${name}: ${text}`, place(at.y), 10) + 2;
  for (const [name, numbers] of [
    [texts.purchaseOrder, purchaseOrders],
    [texts.corrects, corrects],
  ] as const)
    if (numbers) at.y = write(doc, `${name}: ${numbers.join(', ')}`, place(at.y), 10, 3) + 2;
  if (statement.basis.synthetic) at.y = write(doc, texts.synthetic, place(at.y), 10) + 2;
  at.y += 8;
};

/** The format of a statement's lines: texts, digits and currency. */
type Style = { texts: StatementTexts; language: StatementLanguage; digits: number; currency: string };

/** Returns an exact amount without trailing zeros after its second decimal. */
const plain = (text: string): string => text.replace(/(\.\d\d\d*?)0+$/, '$1');

/**
 * Returns the small print of a line: the exchange rate with its source and day, the base of a tax, the member's own codes, and the
 * corrected invoices.
 */
const noteOf = (line: StatementLine, { texts, digits, currency }: Style): string => {
  const { exchange, tax } = line;
  const { account, costCentre, purchaseOrder } = line.codes ?? {};
  const corrected = correctedInvoices(line);
  const base = tax && `${decimalText(BigInt(tax.base), digits)} ${currency}`;
  const all = [
    exchange && filled(texts.exchange, { ...exchange, amount: plain(exchange.amount) }),
    tax && base && filled(texts.taxBase, { percent: percentText(tax.rate), base }),
    ...[account, costCentre, purchaseOrder, corrected && `${texts.corrects} ${corrected}`],
  ];
  return all.filter((part) => part !== undefined && part !== '').join(' · ');
};

/** Writes the column heads of lines. */
const lineHead = (doc: Doc, { at, reserve }: Cursor, { texts, currency }: Style): void => {
  const y = reserve(2 * ROW);
  const right = doc.page.width - EDGE;
  write(doc, texts.line, { x: EDGE, y, width: right - AMOUNT - PERIOD - EDGE - 6 }, 7);
  write(doc, texts.service, { x: right - AMOUNT - PERIOD, y, width: PERIOD }, 7);
  amountAt(doc, `${texts.amount} (${currency})`, y, 7);
  at.y = y + ROW;
};

const lineRow = (doc: Doc, { at, reserve }: Cursor, line: StatementLine, style: Style): void => {
  const note = noteOf(line, style);
  // A line and its note stay on one page.
  const y = reserve(note === '' ? ROW : ROW + 2 * NOTE);
  const right = doc.page.width - EDGE;
  const shown = line.mode === 'showback' ? ` (${style.texts.shown})` : '';
  const title = `${lineTitle(line, style.language)}${shown}`;
  write(doc, title, { x: EDGE, y, width: right - AMOUNT - PERIOD - EDGE - 6 }, SIZE);
  write(doc, `${line.from} – ${line.to}`, { x: right - AMOUNT - PERIOD, y, width: PERIOD }, SIZE);
  amountAt(doc, decimalText(BigInt(line.amount), style.digits), y);
  const below = y + ROW;
  at.y = below;
  if (note === '') return;
  at.y = Math.max(below + NOTE, write(doc, note, { x: EDGE, y: below - 2, width: right - 2 * EDGE }, 7, 2));
};

const draw = (doc: Doc, statement: Statement, printed: PrintedWith): void => {
  const texts = statementTexts[printed.language];
  const { lines, minorDigits: digits, currency, basis } = statement;
  const cursor = cursorOf(doc);
  const style: Style = { texts, language: printed.language, digits, currency };
  const groups = blocks.flatMap((block) => {
    const own = lines.filter((line) => line.block === block);
    return own.length > 0 ? [{ block, own, sum: sumOfLines(own) }] : [];
  });
  const money = (amount: number): string => `${decimalText(BigInt(amount), digits)} ${currency}`;
  heading(doc, cursor, statement, texts, printed);
  bars(
    doc,
    cursor,
    groups.map(({ block, sum }) => [texts.blocks[block], sum]),
    digits,
  );
  lineHead(doc, cursor, style);
  for (const { block, own, sum } of groups) {
    for (const line of own) lineRow(doc, cursor, line, style);
    sumRow(doc, cursor, texts.blocks[block], money(sum));
  }
  sumRow(doc, cursor, texts.total, money(statement.total));
  sumRow(doc, cursor, texts.due, money(statement.due));
  const width = doc.page.width - 2 * EDGE;
  const note = `${texts.basis}: ${basis.priceBook}; ${basis.attribution}; ${basis.key}; ${statement.billing}; ${basis.bill}`;
  const y = cursor.reserve(3 * ROW);
  const next = statement.due === 0 ? write(doc, texts.nothingDue, { x: EDGE, y, width }, SIZE) + 2 : y;
  write(doc, note, { x: EDGE, y: next, width }, 8, 3);
};

/**
 * Returns a statement as a PDF: the sum of each block as bars, every line, sums, the amount due, and the basis of calculation. The same
 * statement and instant (ISO 8601) give the same bytes: the output contains neither the current time nor random values.
 */
export const statementPdf = (statement: Statement, printed: PrintedWith): Promise<Uint8Array> => {
  const title = `${statementTexts[printed.language].statement} ${statement.month} ${statement.memberId}`;
  return pdfOf({ ...printed, title }, (doc) => draw(doc, statement, printed));
};
