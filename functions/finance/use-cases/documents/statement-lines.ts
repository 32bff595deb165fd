import type { Drawing, RowCell } from '../../../../layers/platform/pdf/tagged-drawing.ts';
import { GREY } from '../../../../layers/platform/pdf/tagged-drawing.ts';
import { blocks } from '../../domain/statements/billing-policy.ts';
import { amountText, daysText, dayText } from '../../domain/statements/files/formats.ts';
import { lineTitle, paidForText, percentText, reasonOf } from '../../domain/statements/files/line-texts.ts';
import { correctedInvoices } from '../../domain/statements/files/statement-table.ts';
import { filled, type StatementLanguage, type StatementTexts } from '../../domain/statements/files/statement-texts.ts';
import { type StatementLine, sumOfLines } from '../../domain/statements/statement.ts';

/** How a statement is written: its texts, language, digits and currency. */
export type Style = { texts: StatementTexts; language: StatementLanguage; digits: number; currency: string };

/** The parts of the width for the title, the service period and the amount. */
const [TITLE, PERIOD, AMOUNT] = [0.54, 0.26, 0.2];

/** Returns an exact amount without trailing zeros after its second decimal. */
const plain = (text: string): string => text.replace(/(\.\d\d\d*?)0+$/, '$1');

/**
 * Returns the small print of a line: what dues pay for, why it was entered by hand, the exchange rate with its source and day, the base of a tax, the
 * member's own codes, and the corrected invoices.
 */
const noteOf = (line: StatementLine, style: Style): string => {
  const { texts, language, digits, currency } = style;
  const { exchange, tax } = line;
  const { account, costCentre, purchaseOrder } = line.codes ?? {};
  const [reason, corrected] = [reasonOf(line, language), correctedInvoices(line)];
  const base = tax && `${amountText(tax.base, digits, language)} ${currency}`;
  const paid = paidForText(line, style);
  const all = [
    paid && `${texts.paysFor}: ${paid}`,
    reason && `${texts.reason}: ${reason}`,
    exchange && filled(texts.exchange, { ...exchange, amount: plain(exchange.amount) }),
    tax && base && filled(texts.taxBase, { percent: percentText(tax.rate), base }),
    ...[account, costCentre, purchaseOrder, corrected && `${texts.corrects} ${corrected}`],
  ];
  return all.filter((part) => part !== undefined && part !== '').join(' · ');
};

/** Writes a line with its small print, both on one page. */
const lineRow = (draw: Drawing, line: StatementLine, style: Style): void => {
  const { language, digits } = style;
  const cells: RowCell[] = [
    { text: lineTitle(line, language), part: TITLE, lines: 2 },
    { text: daysText(line.from, line.to, language), part: PERIOD, size: 8, colour: GREY },
    { text: amountText(line.amount, digits, language), part: AMOUNT, align: 'right' },
  ];
  const note = noteOf(line, style);
  if (note === '') draw.row(cells, { below: 2 });
  else {
    const print: RowCell[] = [{ text: note, part: 1, size: 7.5, colour: GREY, lines: 6 }];
    draw.reserve(draw.heightOf(cells) + draw.heightOf(print) + 4);
    draw.row(cells, { below: 0 });
    draw.row(print, { below: 3 });
  }
};

/** Writes lines as a table under a heading, each part of the statement with its sum, and their total. */
export const lineTable = (
  draw: Drawing,
  lines: readonly StatementLine[],
  { heading, total, style }: { heading: string; total: string; style: Style },
): void => {
  if (lines.length === 0) return;
  const { texts, language, digits, currency } = style;
  const amount = (sum: number): string => amountText(sum, digits, language);
  draw.at.y += 8;
  draw.reserve(70);
  draw.line('H2', heading, { size: 12, below: 4, isBold: true });
  const head = { size: 7.5, colour: GREY, isHead: true } as const;
  const heads: RowCell[] = [
    { text: texts.line, part: TITLE, ...head },
    { text: texts.service, part: PERIOD, ...head },
    { text: `${texts.amount} (${currency})`, part: AMOUNT, align: 'right', ...head },
  ];
  draw.table(heads, () => {
    for (const block of blocks) {
      const own = lines.filter((line) => line.block === block);
      for (const line of own) lineRow(draw, line, style);
      if (own.length > 1)
        draw.row(
          [
            { text: texts.blocks[block], part: TITLE + PERIOD, colour: GREY },
            { text: amount(sumOfLines(own)), part: AMOUNT, align: 'right', colour: GREY },
          ],
          { isSum: true, below: 6 },
        );
    }
    draw.row(
      [
        { text: total, part: TITLE + PERIOD, size: 10 },
        { text: `${amount(sumOfLines(lines))} ${currency}`, part: AMOUNT, align: 'right', size: 10 },
      ],
      { isSum: true },
    );
  });
};

/** Returns a day in words, undefined for none. */
export const dayOf = (day: string | undefined, { language }: Style): string | undefined =>
  day === undefined ? undefined : dayText(day, language);
