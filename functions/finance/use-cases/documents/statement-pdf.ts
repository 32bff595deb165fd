import { isId } from '../../../../layers/kernel/identity/id.ts';
import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { pdfOf } from '../../../../layers/platform/pdf/pdf-document.ts';
import {
  type Drawing,
  EDGE,
  GREY,
  type RowCell,
  taggedDrawing,
} from '../../../../layers/platform/pdf/tagged-drawing.ts';
import { billedFrom } from '../../domain/statements/billing-cycle.ts';
import { addressLines, amountText, dayText, monthText, numberText } from '../../domain/statements/files/formats.ts';
import { percentText } from '../../domain/statements/files/line-texts.ts';
import { filled, type StatementLanguage, statementTexts } from '../../domain/statements/files/statement-texts.ts';
import { referencesOf } from '../../domain/statements/invoice.ts';
import type { Buyer, Seller } from '../../domain/statements/parties.ts';
import { type Beside, blockSums, kindOf, taxSums } from '../../domain/statements/printed-statement.ts';
import type { Statement } from '../../domain/statements/statement.ts';
import { dayOf, lineTable, type Style } from './statement-lines.ts';

const NOTE = { size: 8, colour: GREY } as const;

/** The height of the box with the amount due, and what the budget adds to it. */
const BOX = 64;
const BUDGET = 14;

/**
 * The print settings of a statement: the issuer, the name, the paper, the language, the invoice, the date (ISO instant); once booked,
 * the day of issue and, for an invoice, the due day; and what is shown beside its lines.
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
  beside?: Beside;
};
type Printed = { statement: Statement; how: PrintedWith; style: Style };

/** Returns the months that a statement bills, in words. */
const monthsText = (statement: Statement, language: StatementLanguage): string => {
  const from = billedFrom(statement);
  const to = monthText(statement.month, language);
  return from === statement.month ? to : `${monthText(from, language)} – ${to}`;
};

const titleOf = ({ statement, how, style: { texts, language } }: Printed): string => {
  const kind = texts.kinds[kindOf(statement, how.invoice)];
  return [kind, how.invoice, monthsText(statement, language)].filter((part) => part !== undefined).join(' · ');
};

const parties = (draw: Drawing, { how, style: { texts, language } }: Printed): void => {
  const { seller, buyer } = how.beside ?? {};
  const half = draw.width() / 2;
  const about = (party: Seller | Buyer | undefined): string[] => {
    if (!party) return [];
    const { taxNumber, registrationNumber } = party;
    const numbers = [
      ...(taxNumber === undefined ? [] : [`${texts.taxNumber}: ${taxNumber}`]),
      ...(registrationNumber === undefined ? [] : [`${texts.registrationNumber}: ${registrationNumber}`]),
    ];
    return [...addressLines(party, language), ...numbers];
  };
  const from = [how.issuer, ...about(seller), ...(seller?.email === undefined ? [] : [seller.email])];
  const to = [buyer?.name ?? how.name, ...about(buyer)];
  const top = draw.at.y;
  const column = (caption: string, lines: readonly string[], x: number): number => {
    let y = draw.put('P', caption, { x, y: top, width: half - 10 }, { size: 7.5, colour: GREY });
    for (const [at, text] of lines.entries())
      y = draw.put('P', text, { x, y, width: half - 10 }, { size: at === 0 ? 11 : 9, lines: 2 });
    return y;
  };
  draw.at.y = Math.max(column(texts.seller, from, EDGE), column(texts.buyer, to, EDGE + half)) + 10;
};

const references = (draw: Drawing, { statement, how, style }: Printed): void => {
  const { texts } = style;
  const { corrects, purchaseOrders } = referencesOf(statement.lines);
  const facts = [
    [texts.issued, dayOf(how.issuedOn, style)],
    [texts.payBy, dayOf(how.dueOn, style)],
    [texts.currency, statement.currency],
    [texts.purchaseOrder, purchaseOrders?.join(', ')],
    [texts.corrects, corrects?.join(', ')],
  ] as const;
  for (const [name, value] of facts)
    if (value !== undefined) draw.line('P', `${name}: ${value}`, { lines: 3, below: 0 });
  if (statement.basis.synthetic) draw.line('P', texts.synthetic, { colour: GREY });
  draw.at.y += 8;
};

/** Returns the budget in words, with the part of it that is due. */
const budgetText = (due: number, { period, amount }: NonNullable<Beside['budget']>, style: Style): string => {
  const { texts, digits, language, currency } = style;
  const values = {
    period: period.includes('-') ? monthText(period, language) : period,
    amount: `${amountText(amount, digits, language)} ${currency}`,
  };
  const text = filled(texts.budgetOf, values);
  if (due <= 0 || amount <= 0) return text;
  return `${text} · ${filled(texts.budgetPart, { percent: numberText((due * 100) / amount, language, 1) })}`;
};

/** Returns what stands below the amount: until when it is paid, that a draft is no invoice, or what a credit note is used for. */
const noteOf = (
  { statement: { due }, how, style: { texts } }: Printed,
  day: string | undefined,
): string | undefined => {
  if (due < 0) return how.invoice === undefined ? undefined : texts.creditUse;
  if (due === 0) return undefined;
  if (how.invoice === undefined) return texts.noInvoice;
  return day && filled(texts.payBefore, { date: day });
};

/** Writes the amount due, always positive: it is paid or credited. Below it stands the budget, beside it where to pay. */
const amountBox = (draw: Drawing, printed: Printed): void => {
  const { statement, how, style } = printed;
  const { texts, digits, language, currency } = style;
  const { due } = statement;
  const { seller, budget } = how.beside ?? {};
  const day = due > 0 ? dayOf(how.dueOn, style) : undefined;
  const note = noteOf(printed, day);
  const height = budget && note ? BOX + BUDGET : BOX;
  const y = draw.reserve(height + 8);
  draw.decoration(() => draw.box(y, height));
  const name = due > 0 ? texts.due : due < 0 ? texts.credited : texts.settled;
  const half = draw.width() / 2;
  const below = draw.put('P', name, { x: EDGE + 12, y: y + 8, width: half }, { size: 10 });
  const amount = `${amountText(Math.abs(due), digits, language)} ${currency}`;
  const under = draw.put('P', amount, { x: EDGE + 12, y: below, width: half }, { size: 18, isBold: true });
  const place = { x: EDGE + 12, y: under, width: half };
  if (note) place.y = draw.put('P', note, { ...place, width: due > 0 ? half : draw.width() - 24 }, NOTE);
  if (budget) draw.put('P', budgetText(due, budget, style), { ...place, y: place.y + 2 }, { size: 9, lines: 2 });
  const account = seller?.iban === undefined ? seller?.account : `IBAN ${seller.iban.replace(/(.{4})(?=.)/g, '$1 ')}`;
  const where =
    due <= 0
      ? []
      : [
          account === undefined || seller?.iban !== undefined ? account : `${texts.account}: ${account}`,
          seller?.bic === undefined ? undefined : `BIC ${seller.bic}`,
          seller?.bank === undefined ? undefined : `${texts.bank}: ${seller.bank}`,
          how.invoice === undefined ? undefined : `${texts.paymentReference}: ${how.invoice}`,
        ].filter((text) => text !== undefined);
  let right = y + 10;
  for (const text of where)
    right = draw.put('P', text, { x: EDGE + half + 10, y: right, width: half - 20 }, { size: 8.5 });
  draw.at.y = y + height + 10;
};

const summary = (draw: Drawing, { statement, how, style }: Printed): void => {
  const { texts, digits, language } = style;
  const { before } = how.beside ?? {};
  const sums = blockSums(statement.lines, before?.lines);
  const amount = (sum: number): string => amountText(sum, digits, language);
  const cells = (name: string, charged: string, shown: string, was: string, setting: Partial<RowCell>): RowCell[] => [
    { text: name, part: before ? 0.4 : 0.56, ...setting },
    ...[charged, shown, ...(before ? [was] : [])].map(
      (text): RowCell => ({ text, part: before ? 0.2 : 0.22, align: 'right', ...setting }),
    ),
  ];
  draw.line('H2', texts.summary, { size: 12, below: 4, isBold: true });
  const head = { size: 7.5, colour: GREY, isHead: true };
  // What is credited is not to be paid.
  const isCredit = statement.due < 0;
  const waits = statement.lines.some(({ mode }) => mode === 'deferred');
  const heads = cells(
    texts.block,
    isCredit ? texts.amount : texts.charged,
    waits ? texts.notBilled : texts.shownTotal,
    `${texts.monthBefore}: ${isCredit ? texts.amount : texts.charged}`,
    head,
  );
  draw.table(heads, () => {
    for (const { block, charged, shown, before: was } of sums)
      draw.row(cells(texts.blocks[block], amount(charged), amount(shown), amount(was), {}));
    const { due, total } = statement;
    draw.row(cells(texts.total, amount(due), amount(total - due), amount(before?.due ?? 0), { size: 10 }), {
      isSum: true,
    });
  });
};

const taxes = (draw: Drawing, { statement, style }: Printed): void => {
  const { texts, digits, language } = style;
  const sums = taxSums(statement);
  if (sums.length === 0) return;
  const amount = (sum: number): string => amountText(sum, digits, language);
  draw.at.y += 8;
  draw.reserve(50);
  draw.line('H2', texts.taxes, { size: 12, below: 4, isBold: true });
  const head = { size: 7.5, colour: GREY, isHead: true } as const;
  const heads: RowCell[] = [
    { text: '%', part: 0.4, ...head },
    { text: texts.taxableAmount, part: 0.3, align: 'right', ...head },
    { text: texts.taxAmount, part: 0.3, align: 'right', ...head },
  ];
  draw.table(heads, () => {
    for (const { category, rate, base, amount: tax } of sums)
      draw.row([
        { text: `${percentText(rate)} % (${category})`, part: 0.4 },
        { text: amount(base), part: 0.3, align: 'right' },
        { text: amount(tax), part: 0.3, align: 'right' },
      ]);
  });
};

/** Returns the price book in words: `us-east-1/2024-11-01/8` is edition 7 of the prices of that day. */
const pricesText = (name: string, { texts, language }: Style): string => {
  const [region, day, edition] = name.split('/');
  if (region === undefined || day === undefined || edition === undefined) return name;
  return filled(texts.pricesOf, { region, day: dayText(day, language), edition });
};

const billText = (bill: string, { texts }: Style): string => (isId('platform-bill', bill) ? texts.billRead : bill);

/** Returns a version in words: `billing/2` is version 2, `default` what Concord has without a policy. */
const versionText = (name: string, { texts }: Style): string => {
  const [before = '', version] = name.split('/');
  if (version !== undefined) {
    const key = before.split(' ').slice(0, -1);
    return [...key, filled(texts.adopted, { version })].join(' ');
  }
  return name === 'default' ? texts.usual : name;
};

const basis = (draw: Drawing, { statement, style }: Printed): void => {
  const { texts } = style;
  const { priceBook, attribution, key, bill } = statement.basis;
  const text = filled(texts.basisText, {
    ...{ priceBook: pricesText(priceBook, style), key: versionText(key, style), bill: billText(bill, style) },
    ...{ attribution: versionText(attribution, style) },
    billing: versionText(statement.billing, style),
  });
  draw.at.y += 10;
  draw.reserve(40);
  if (statement.due === 0) draw.line('P', texts.nothingDue);
  draw.line('P', `${texts.basis}: ${text}`, { size: 7.5, colour: GREY, lines: 4 });
};

const drawn = (draw: Drawing, printed: Printed): void => {
  const { statement, how, style } = printed;
  const { texts, language } = style;
  const charged = statement.lines.filter(({ mode }) => mode === 'charge');
  const shown = statement.lines.filter(({ mode }) => mode === 'showback');
  const deferred = statement.lines.filter(({ mode }) => mode === 'deferred');
  draw.line('H1', titleOf(printed), { size: 18, lines: 2, below: 8, isBold: true });
  parties(draw, printed);
  references(draw, printed);
  amountBox(draw, printed);
  summary(draw, printed);
  const isCredit = statement.due < 0;
  const [heading, total] = isCredit ? [texts.creditedLines, texts.total] : [texts.chargedLines, texts.due];
  lineTable(draw, charged, { heading, total, style });
  taxes(draw, printed);
  lineTable(draw, deferred, { heading: texts.deferredLines, total: texts.deferred, style });
  lineTable(draw, shown, { heading: texts.shownLines, total: texts.shownTotal, style });
  basis(draw, printed);
  const about = [
    how.issuer,
    texts.kinds[kindOf(statement, how.invoice)],
    how.invoice,
    how.name,
    monthsText(statement, language),
  ];
  const foot = about.filter((part) => part !== undefined).join(' · ');
  draw.feet((page, pages) => `${foot} · ${filled(texts.page, { page: String(page), pages: String(pages) })}`);
  draw.end();
};

/**
 * Returns a statement as a tagged PDF: title by its kind, seller and buyer, the amount due on the first page, a summary beside the month
 * before and the budget, the charged lines apart from those only shown, and the basis of calculation. The same statement and instant
 * (ISO 8601) give the same bytes: the output contains neither the current time nor random values.
 */
export const statementPdf = (statement: Statement, how: PrintedWith): Promise<Uint8Array> => {
  const { language, name } = how;
  const texts = statementTexts[language];
  const style: Style = { texts, language, digits: statement.minorDigits, currency: statement.currency };
  const printed: Printed = { statement, how, style };
  const title = `${titleOf(printed)} · ${name}`;
  return pdfOf({ ...how, title, isTagged: true }, (doc) => drawn(taggedDrawing(doc), printed));
};
