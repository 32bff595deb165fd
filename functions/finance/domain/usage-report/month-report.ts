import { daysIn, monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { sumExact } from '../../../../layers/kernel/money/exact.ts';
import { cellsOf } from './cells.ts';
import type { MonthInput, MonthReport, ReportRefusal } from './model.ts';
import { priceCells } from './price-cells.ts';
import { blendedPrices, memberTotals, meteringCost, unitCosts } from './totals.ts';

const refusalOf = ({ month, book, key }: MonthInput): ReportRefusal | undefined => {
  if (!monthSchema.safeParse(month).success) {
    return { refused: [{ code: 'bad-month', detail: 'A month is written YYYY-MM', pointer: '/month' }] };
  }
  if (book.effectiveFrom > `${month}-${daysIn(month)}`) {
    const detail = `Price book ${book.version} holds from ${book.effectiveFrom} only`;
    return { refused: [{ code: 'price-book-not-in-force', detail, pointer: '/book' }] };
  }
  if (![...key.weights.values()].some((weight) => weight > 0)) {
    return { refused: [{ code: 'no-split-key', detail: 'The agreed key gives no member a weight', pointer: '/key' }] };
  }
  return undefined;
};

/**
 * Returns a month (UTC) by member and service, with details by operation: own use, and shares of public use, of common work, of idle
 * cost and of unattributed use, each a separate line. Lines are exact to 1e-12 and sum to the whole; members are rounded once and sum to
 * the rounded whole. The order of the sums does not matter. Refuses `bad-month`, `price-book-not-in-force`, `no-split-key`.
 */
export const monthReport = (input: MonthInput): MonthReport | ReportRefusal => {
  const refusal = refusalOf(input);
  if (refusal) return refusal;
  const { month, book, key, minorDigits = 2 } = input;
  const sums = input.sums.filter((sum) => sum.day.startsWith(`${month}-`));
  const lines = priceCells(cellsOf(sums, input.idle, key), book, input.allowances);
  const members = memberTotals(lines, key.weights.keys(), minorDigits);
  const { version, region, effectiveFrom, source } = book;
  return {
    month,
    member: undefined,
    currency: book.currency,
    minorDigits,
    priceBook: { version, region, effectiveFrom, source },
    attributionPolicy: input.attributionPolicy,
    key: { name: key.name, version: key.version },
    provisionalUntil: input.provisionalUntil,
    lines,
    members,
    total: sumExact(members.map((member) => member.total)),
    roundedTotal: members.reduce((sum, member) => sum + member.roundedTotal, 0),
    metering: meteringCost(lines),
    prices: blendedPrices(lines, book),
    unitCostRows: input.unitCosts,
    unitCosts: unitCosts(lines, input.unitCosts),
  };
};

/**
 * Returns the part of a report that one member may read: its own lines and shares, no other member's. The blended prices are the
 * consortium's, with the member's own quantities. A member without lines gets an empty report.
 */
export const memberView = (report: MonthReport, member: string): MonthReport => {
  const lines = report.lines.filter((line) => line.member === member);
  const members = report.members.filter((total) => total.member === member);
  const charges = lines.flatMap((line) => line.charges);
  const prices = report.prices.flatMap((price) => {
    const own = charges.filter((charge) => charge.meter === price.meter);
    if (own.length === 0) return [];
    const quantity = sumExact(own.map((charge) => charge.quantity));
    return [{ ...price, quantity, amount: sumExact(own.map((charge) => charge.amount)) }];
  });
  return {
    ...report,
    member,
    lines,
    members,
    total: sumExact(members.map((total) => total.total)),
    roundedTotal: members.reduce((sum, total) => sum + total.roundedTotal, 0),
    metering: meteringCost(lines),
    prices,
    unitCosts: unitCosts(lines, report.unitCostRows),
  };
};
