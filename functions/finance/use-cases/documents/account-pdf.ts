import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { type Doc, pdfOf } from '../../../../layers/platform/pdf/pdf-document.ts';
import { write } from '../../../../layers/platform/pdf/sheet.ts';
import type { AccountStatement, Range } from '../../domain/member-account/account-statement.ts';
import { accountColumns } from '../../domain/member-account/account-statement.ts';
import { ageNames } from '../../domain/member-account/files/account-table.ts';
import { type AccountTexts, accountTexts } from '../../domain/member-account/files/account-texts.ts';
import type { StatementLanguage } from '../../domain/statements/files/statement-texts.ts';
import { amountAt, bars, type Cursor, cursorOf, EDGE, ROW, SIZE, sumRow } from './drawn-rows.ts';

/** A statement of account for printing: the issuer, the member's id and name, the days, and the accounts. */
export type PrintedAccount = {
  issuer: string;
  memberId: string;
  name: string;
  range: Range;
  accounts: readonly AccountStatement[];
  size: PaperSize;
  language: StatementLanguage;
};

type Style = { labels: AccountTexts; digits: number; currency: string };

/** Writes texts in columns of equal width, right-aligned like the amounts. */
const columnsRow = (doc: Doc, { at, reserve }: Cursor, texts: readonly string[], size = SIZE): void => {
  const y = reserve(2 * ROW);
  const width = (doc.page.width - 2 * EDGE) / texts.length;
  texts.forEach((text, place) => {
    const x = EDGE + place * width;
    doc
      .fillColor('#000000')
      .fontSize(size)
      .text(text, x, y, { width: width - 4, align: 'right' });
  });
  at.y = y + ROW + (size < SIZE ? 6 : 0);
};

const lineRows = (doc: Doc, { at, reserve }: Cursor, { lines }: AccountStatement, { labels, digits }: Style): void => {
  const width = doc.page.width - 2 * EDGE;
  for (const line of lines) {
    const y = reserve(ROW);
    const days = [line.at.slice(0, 10), ...(line.valueOn === undefined ? [] : [`${labels.value} ${line.valueOn}`])];
    const due = line.dueOn === undefined ? [] : [`${labels.due} ${line.dueOn}`];
    const disputed = (line.disputed ?? []).map(
      ({ lineId, amount }) => `${labels.disputed} ${lineId} ${decimalText(BigInt(amount), digits)}`,
    );
    const row = [labels.kinds[line.kind], line.reference, ...days, ...due, ...disputed].join(' · ');
    write(doc, row, { x: EDGE, y, width: width - 100 }, SIZE);
    amountAt(doc, decimalText(BigInt(line.amount), digits), y);
    at.y = y + ROW;
  }
};

const ageingRows = (
  doc: Doc,
  cursor: Cursor,
  { ageing, closing }: AccountStatement,
  { labels, digits }: Style,
): void => {
  const text = (amount: number): string => decimalText(BigInt(amount), digits);
  columnsRow(doc, cursor, [...ageNames.map((age) => labels.ages[age]), labels.closing], 7);
  columnsRow(doc, cursor, [...ageNames.map((age) => text(ageing[age])), text(closing)]);
};

const oneAccount = (doc: Doc, cursor: Cursor, account: AccountStatement, { from, to }: Range, style: Style): void => {
  const { labels, digits, currency } = style;
  const money = (amount: number): string => `${decimalText(BigInt(amount), digits)} ${currency}`;
  const sums = accountColumns.map((name): [string, number] => [labels.columns[name], account[name]]);
  cursor.at.y = write(doc, currency, { x: EDGE, y: cursor.reserve(3 * ROW), width: 100 }, 12) + 4;
  bars(doc, cursor, sums, digits);
  sumRow(doc, cursor, `${labels.opening} ${from}`, money(account.opening));
  lineRows(doc, cursor, account, style);
  sumRow(doc, cursor, `${labels.closing} ${to}`, money(account.closing));
  ageingRows(doc, cursor, account, style);
  cursor.at.y += ROW;
};

const draw = (doc: Doc, { issuer, name, range, accounts, language }: PrintedAccount): void => {
  const labels = accountTexts[language];
  const cursor = cursorOf(doc);
  const width = doc.page.width - 2 * EDGE;
  for (const [text, size] of [
    [issuer, 10],
    [`${labels.title} ${range.from} – ${range.to}`, 16],
    [name, 12],
  ] as const)
    cursor.at.y = write(doc, text, { x: EDGE, y: cursor.at.y, width }, size, 2) + 2;
  cursor.at.y += 8;
  if (accounts.length === 0) write(doc, labels.nothing, { x: EDGE, y: cursor.at.y, width }, SIZE);
  for (const account of accounts) {
    const { currency } = account;
    oneAccount(doc, cursor, account, range, { labels, digits: decimalsOf(currency), currency });
  }
};

/**
 * Returns a statement of account as a PDF: the sum of each column as bars, both balances with every line between them, and the open
 * amounts by age in columns. The same account gives the same bytes.
 */
export const accountPdf = (printed: PrintedAccount): Promise<Uint8Array> => {
  const { language, memberId, range, size } = printed;
  const title = `${accountTexts[language].title} ${memberId} ${range.from} ${range.to}`;
  return pdfOf({ size, language, title, madeAt: `${range.to}T00:00:00.000Z` }, (doc) => draw(doc, printed));
};
