import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import type { PaperSize } from '../../../../layers/kernel/text/paper-size.ts';
import { pdfOf } from '../../../../layers/platform/pdf/pdf-document.ts';
import {
  type Drawing,
  EDGE,
  GREY,
  type RowCell,
  taggedDrawing,
} from '../../../../layers/platform/pdf/tagged-drawing.ts';
import { type EstimateTexts, estimateTexts } from '../../domain/estimate/files/estimate-texts.ts';
import type { EstimateView } from '../../domain/estimate/view-schema.ts';
import { amountText, dayText, monthText, numberText } from '../../domain/statements/files/formats.ts';
import { filled, type StatementLanguage } from '../../domain/statements/files/statement-texts.ts';

type PrintedWith = { size: PaperSize; language: StatementLanguage };
type Printed = { view: EstimateView; texts: EstimateTexts; language: StatementLanguage };

const BOX = 52;

const amountOf =
  ({ view, language }: Printed) =>
  (amount: number): string =>
    amountText(amount, decimalsOf(view.currency), language);

const heading = (draw: Drawing, text: string): void => {
  draw.at.y += 10;
  draw.reserve(70);
  draw.line('H2', text, { size: 12, below: 4, isBold: true });
};

/** Returns the cells of a row: a name, and texts at the right of columns of equal width. */
const cellsOf = (name: string, texts: readonly string[], first: number, setting: Partial<RowCell> = {}): RowCell[] => [
  { text: name, part: first, lines: 2, ...setting },
  ...texts.map((text): RowCell => ({ text, part: (1 - first) / texts.length, align: 'right', lines: 2, ...setting })),
];
const HEAD = { size: 7.5, colour: GREY, isHead: true } as const;

const sumBox = (draw: Drawing, printed: Printed): void => {
  const { view, texts } = printed;
  const amount = amountOf(printed);
  const { sum, today } = view.whole;
  const y = draw.reserve(BOX + 8);
  draw.decoration(() => draw.box(y, BOX));
  const half = draw.width() / 2;
  const left = { x: EDGE + 12, width: half };
  const below = draw.put('P', texts.sum, { ...left, y: y + 8 }, { size: 10 });
  draw.put('P', `${amount(sum)} ${view.currency}`, { ...left, y: below }, { size: 18, isBold: true });
  const right = { x: EDGE + half + 10, width: half - 20 };
  const average = `${amount(Math.round(sum / view.whole.years.length))} ${view.currency} ${texts.average}`;
  const under = draw.put('P', average, { ...right, y: y + 10 }, { size: 9 });
  if (today) {
    const sentence = today.saved < 0 ? texts.more : texts.less;
    draw.put('P', filled(sentence, { amount: amount(Math.abs(today.saved)) }), { ...right, y: under }, { lines: 2 });
  }
  draw.at.y = y + BOX + 6;
};

const yearsTable = (draw: Drawing, printed: Printed): void => {
  const { view, texts } = printed;
  const amount = amountOf(printed);
  const { lines, years, sum, today } = view.whole;
  heading(draw, texts.costs);
  const heads = years.map((_, at) => filled(texts.year, { year: String(at + 1) }));
  draw.table(cellsOf('', [...heads, texts.total], 0.28, HEAD), () => {
    for (const { line, once, years: own, sum: total } of lines) {
      const name = once ? `${texts.lines[line]} (${texts.once})` : texts.lines[line];
      draw.row(cellsOf(name, [...own, total].map(amount), 0.28, { size: 8 }));
    }
    draw.row(cellsOf(texts.total, [...years, sum].map(amount), 0.28, { size: 8 }), { isSum: true });
    if (today) draw.row(cellsOf(texts.today, [...today.years, today.sum].map(amount), 0.28, { size: 8 }));
  });
};

const checkoutTable = (draw: Drawing, { view, texts, language }: Printed): void => {
  const { checkout } = view.whole;
  if (!checkout) return;
  heading(draw, texts.checkout);
  const rows = [
    [texts.marginal, checkout.marginal],
    [texts.cloud, checkout.cloud],
    [texts.whole, checkout.whole],
  ] as const;
  draw.table(cellsOf('', [view.currency], 0.7, HEAD), () => {
    for (const [name, { shown }] of rows) draw.row(cellsOf(name, [numberText(Number(shown), language, 6)], 0.7));
  });
};

const sharesTable = (draw: Drawing, printed: Printed): void => {
  const { view, texts, language } = printed;
  const amount = amountOf(printed);
  heading(draw, texts.shares);
  const { equal, loans, half } = texts.formulas;
  draw.table(cellsOf(texts.library, [texts.loans, equal, loans, half], 0.32, HEAD), () => {
    for (const { name, size, count, loans: lent, fees } of view.whole.shares) {
      const title = name ?? `${size ? texts.sizes[size] : ''} (${numberText(count, language)})`;
      const cells = [numberText(lent, language), amount(fees.equal), amount(fees.loans), amount(fees.half)];
      draw.row(cellsOf(title, cells, 0.32));
    }
  });
};

const publishedTable = (draw: Drawing, printed: Printed): void => {
  const { view, texts } = printed;
  heading(draw, texts.published);
  draw.table(cellsOf(texts.example, [texts.fee], 0.7, HEAD), () => {
    for (const { example, amount } of view.whole.published)
      draw.row(cellsOf(texts.examples[example], [amountOf(printed)(amount)], 0.7));
  });
  const sources = new Set(view.whole.published.map(({ source }) => source));
  for (const source of sources) draw.line('P', source, { size: 7, colour: GREY, lines: 2, below: 0 });
};

const assumptionsTable = (draw: Drawing, { view, texts, language }: Printed): void => {
  const assumed = new Set<string>([...view.assumed, ...view.whole.assumed].map(({ name }) => name));
  const names = { ...texts.workload, ...texts.paid };
  const values = { ...view.workload, ...view.whole.costs };
  heading(draw, texts.assumptions);
  const cells = (name: string, value: string, source: string, setting: Partial<RowCell>): RowCell[] => [
    { text: name, part: 0.38, lines: 2, ...setting },
    { text: value, part: 0.17, align: 'right', ...setting },
    { text: '', part: 0.03 },
    { text: source, part: 0.42, lines: 2, ...setting },
  ];
  draw.table(cells(texts.assumption, texts.value, texts.source, HEAD), () => {
    for (const name of Object.keys(names) as (keyof typeof names)[]) {
      const source = assumed.has(name) ? texts.sources[name] : texts.entered;
      draw.row(cells(names[name], numberText(values[name], language, 2), source, { size: 8 }), { below: 1 });
    }
  });
};

const drawn = (draw: Drawing, printed: Printed): void => {
  const { view, texts, language } = printed;
  const { priceBook, currency, month } = view;
  draw.line('H1', texts.title, { size: 18, lines: 2, below: 4, isBold: true });
  const about = { from: dayText(priceBook.effectiveFrom, language), region: priceBook.region, currency };
  draw.line('P', filled(texts.prices, about), { colour: GREY, lines: 2, below: 8 });
  sumBox(draw, printed);
  yearsTable(draw, printed);
  checkoutTable(draw, printed);
  sharesTable(draw, printed);
  publishedTable(draw, printed);
  assumptionsTable(draw, printed);
  const foot = `${texts.title} · ${monthText(month, language)}`;
  draw.feet((page, pages) => `${foot} · ${filled(texts.page, { page: String(page), pages: String(pages) })}`);
  draw.end();
};

/**
 * Returns an estimate of the whole cost as a tagged PDF: five years, one loan, each library by three formulas, published fees, and every
 * assumption with its source. The same estimate gives the same bytes.
 */
export const estimatePdf = (view: EstimateView, { size, language }: PrintedWith): Promise<Uint8Array> => {
  const texts = estimateTexts[language];
  const made = { size, language, title: texts.title, madeAt: `${view.month}-01T00:00:00.000Z`, isTagged: true };
  return pdfOf(made, (doc) => drawn(taggedDrawing(doc), { view, texts, language }));
};
