import {
  decimalText,
  divideHalfEven,
  type Exact,
  exactText,
  sixDecimals,
} from '../../../../layers/kernel/money/exact.ts';
import type { Quantity } from '../pricing/cost.ts';
import { type Meter, meters } from '../pricing/meters.ts';
import type { Change, Effects } from './change.ts';
import type { Category, MemberTotal, MonthReport, ReportLine, UnitCost } from './model.ts';
import type { AmountView, ChangeView, ReportView } from './view-schema.ts';

/** Returns an amount as text: with 6 decimals, and exactly. */
export const amountView = (exact: Exact): AmountView => ({ shown: sixDecimals(exact), exact: exactText(exact) });
const amount = amountView;

/** Returns a quantity in its billed unit, to 6 decimals (half to even), e.g. '60000.000000' GB-seconds. */
export const quantityText = (meter: Meter, quantity: Quantity): string =>
  decimalText(divideHalfEven(quantity, BigInt(meters[meter].countsPerUnit)), 6);

const perCategory = (exact: Record<Category, Exact>): Record<Category, AmountView> => ({
  direct: amount(exact.direct),
  shared: amount(exact.shared),
  idle: amount(exact.idle),
  unattributed: amount(exact.unattributed),
});

const memberOf = ({ member, exact, total, rounded, roundedTotal }: MemberTotal): ReportView['members'][number] => ({
  member,
  amounts: perCategory(exact),
  total: amount(total),
  roundedAmounts: rounded,
  rounded: roundedTotal,
});

const unitCostOf = ({ name, events, amount: cost, perEvent }: UnitCost): ReportView['unitCosts'][number] => ({
  name,
  events,
  amount: amount(cost),
  ...(perEvent === undefined ? {} : { perEvent: amount(perEvent) }),
});

/** Returns a part of a whole in percent with two decimals (half to even); 0.00 of zero. */
export const percentOf = (part: Exact, whole: Exact): string =>
  decimalText(whole === 0n ? 0n : divideHalfEven(part * 10_000n, whole), 2);

const effectsOf = ({ before, after, change, volumeEffect, priceEffect }: Effects) => ({
  before: amount(before),
  after: amount(after),
  change: amount(change),
  volumeEffect: amount(volumeEffect),
  priceEffect: amount(priceEffect),
});

const changeView = (change: Change): ChangeView => ({
  since: change.since,
  ...effectsOf(change),
  rows: change.rows.map((row) => ({ member: row.member, service: row.service, ...effectsOf(row) })),
});

/** Returns a report as plain JSON, with the change since another month when it is given. Amounts are text, exact and as displayed. */
export const reportView = (report: MonthReport, change?: Change): ReportView => {
  const units = new Map(report.prices.map(({ meter, unit }) => [meter, unit]));
  const used = ({ charges }: Pick<ReportLine, 'charges'>) =>
    charges.map(({ meter, quantity, amount: cost }) => {
      return { meter, quantity: quantityText(meter, quantity), unit: units.get(meter) ?? meter, amount: amount(cost) };
    });
  const { month, currency, minorDigits, priceBook, attributionPolicy, key, provisionalUntil } = report;
  return {
    month,
    ...(report.member === undefined ? {} : { member: report.member }),
    currency,
    minorDigits,
    priceBook,
    attributionPolicy,
    key,
    provisionalUntil,
    total: amount(report.total),
    rounded: report.roundedTotal,
    members: report.members.map(memberOf),
    lines: report.lines.map(({ charges, amount: cost, ...line }) => ({
      ...line,
      units: used({ charges }),
      amount: amount(cost),
    })),
    metering: { amount: amount(report.metering), percent: percentOf(report.metering, report.total) },
    prices: report.prices.map(({ meter, unit, quantity, amount: cost, unitPrice }) => {
      return {
        meter,
        unit,
        quantity: quantityText(meter, quantity),
        amount: amount(cost),
        unitPrice: amount(unitPrice),
      };
    }),
    unitCosts: report.unitCosts.map(unitCostOf),
    ...(change ? { change: changeView(change) } : {}),
  };
};
