import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { decimalText, exactText, fromMinorUnits, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import type { MonthReport, SplitKey } from '../usage-report/model.ts';
import { type AccountCodes, lineCodesOf, statementCodesOf } from './account-codes.ts';
import { type Adjustment, adjustmentLine } from './adjustment.ts';
import { betweenLines } from './between-lines.ts';
import { carriedLines, type Deferred, deferredLine, endsCycle } from './billing-cycle.ts';
import { type Billing, blocks, modeOf } from './billing-policy.ts';
import { type Dues, duesLine } from './dues-lines.ts';
import { exchanged, exchangeNote, exchangeOf } from './exchange.ts';
import { type Calibration, platformLines } from './platform-lines.ts';
import { restatementLines } from './restatement.ts';
import type { Restatement } from './restatement-schema.ts';
import { dueOf, type Statement, type StatementLine, sumOfLines } from './statement.ts';
import { taxLines } from './tax-lines.ts';
import { trueUpLine } from './true-up.ts';
import type { TrueUp } from './true-up-schema.ts';

/**
 * The complete input of a month's statements. `bill` is the bill's id, or the reason why there is none; `trueUps` and `restatements` are
 * those approved for this month, `deferred` closed statements with lines that no invoice has yet, `codes` the account codes in force,
 * for members that have set any.
 */
export type StatementsInput = {
  report: MonthReport;
  synthetic: boolean;
  key: SplitKey;
  members: readonly string[];
  /** The bill's calibration; undefined without a bill. */
  calibration?: Calibration | undefined;
  bill: string;
  dues: readonly Dues[];
  entries: readonly LedgerEntry[];
  adjustments: readonly Adjustment[];
  trueUps?: readonly TrueUp[];
  restatements?: readonly Restatement[];
  deferred?: readonly Deferred[];
  codes?: readonly AccountCodes[];
  billing: { name: string; body: Billing };
};

/** The reason why there are no statements: a currency without a rate. */
export type StatementsRefusal = { refused: { code: 'no-rate'; detail: string }[] };

/** Returns the first and the last day of a month. */
export const servicePeriod = (month: string): Pick<StatementLine, 'from' | 'to'> => ({
  from: `${month}-01`,
  to: `${month}-${daysIn(month)}`,
});

type Unmoded = Omit<StatementLine, 'mode'> & Partial<Pick<StatementLine, 'mode'>>;
type Foreign = { memberId: string; currency: string; line: Unmoded };

/** Returns the currencies of lines for which the policy has no rate. */
const withoutRate = (billing: Billing, into: string, currencies: readonly string[]): string[] =>
  [...new Set(currencies)].filter((from) => exchangeOf(billing, from, into) === undefined);

const moneyInto = (billing: Billing, into: string, { currency, line }: Foreign): Unmoded => {
  const exchange = exchangeOf(billing, currency, into) ?? { into };
  if (!exchange.rate) return line;
  const [fromDigits, digits] = [decimalsOf(currency), decimalsOf(into)];
  const amount = toMinorUnits(exchanged(fromMinorUnits(line.amount, fromDigits), exchange), digits);
  return { ...line, amount, ...exchangeNote(decimalText(BigInt(line.amount), fromDigits), exchange) };
};

const order = (line: Pick<StatementLine, 'block' | 'lineId'>): string =>
  `${String(blocks.indexOf(line.block)).padStart(2, '0')} ${line.lineId}`;

const moded = (billing: Billing, into: string, line: Unmoded): StatementLine => {
  // A debt in another currency is settled between the members in that currency: it is shown at its rate, not charged.
  const foreignDebt = line.block === 'between-members' && line.exchange !== undefined && line.exchange.from !== into;
  return { ...line, mode: foreignDebt ? 'showback' : (line.mode ?? modeOf(billing, line.block)) };
};

const statementOf = (
  input: StatementsInput,
  head: Pick<Statement, 'currency' | 'minorDigits'>,
  memberId: string,
  lines: readonly Unmoded[],
): Statement => {
  const { report, billing, calibration } = input;
  const stated = lines.map((line) => moded(billing.body, head.currency, line));
  const isBilled = endsCycle(billing.body, memberId, report.month);
  const own = isBilled ? stated : stated.map((line) => deferredLine(billing.body, line));
  const codes = input.codes?.find((one) => one.memberId === memberId);
  const all = [...own, ...taxLines(own, billing.body)]
    .map((line) => (codes ? { ...line, ...lineCodesOf(codes, line.block, report.month) } : line))
    .toSorted((a, b) => byId(order(a), order(b)));
  const factors = [...(calibration?.factors ?? [])].toSorted(([a], [b]) => byId(a, b));
  return {
    ...{ month: report.month, memberId, ...head, billing: billing.name },
    basis: {
      ...{ priceBook: report.priceBook.version, attribution: report.attributionPolicy, synthetic: input.synthetic },
      ...{ key: `${input.key.name} ${input.key.version}`, bill: input.bill },
      factors: factors.map(([service, factor]) => ({ service, factor: exactText(factor) })),
    },
    ...(codes && { codes: statementCodesOf(codes) }),
    ...{ lines: all, total: sumOfLines(all), due: dueOf(all) },
  };
};

/**
 * Returns the statements of a month, one per member, in id order: equal input gives byte-identical statements, regardless of the order
 * of its parts. Platform lines sum over all members to the bill in the statements' currency; loans and desks between members sum to
 * zero. Refuses `no-rate`.
 */
export const buildStatements = (input: StatementsInput): Statement[] | StatementsRefusal => {
  const { report, billing } = input;
  const { month } = report;
  const currency = billing.body.currency ?? report.currency;
  const head = { currency, minorDigits: decimalsOf(currency) };
  const period = servicePeriod(month);
  const dues = input.dues.flatMap((one): Foreign[] => {
    const line = duesLine(one, month, period);
    return line ? [{ memberId: one.memberId, currency: one.currency, line }] : [];
  });
  const between = betweenLines(input.entries, { month, period });
  const adjusted = input.adjustments.map(
    (one): Foreign => ({
      memberId: one.memberId,
      currency: one.currency,
      line: adjustmentLine(one, servicePeriod, month),
    }),
  );
  const truedUp = (input.trueUps ?? []).flatMap((trueUp) =>
    trueUp.parts.map((part): Foreign => {
      return { memberId: part.memberId, currency: trueUp.currency, line: trueUpLine(trueUp, part) };
    }),
  );
  const restated = (input.restatements ?? []).flatMap((restatement) =>
    restatement.parts.flatMap((part) =>
      restatementLines(restatement, part, servicePeriod).map((line): Foreign => {
        return { memberId: part.memberId, currency: restatement.currency, line };
      }),
    ),
  );
  const carried = (input.deferred ?? []).flatMap((one): Foreign[] => {
    const { memberId } = one;
    if (!endsCycle(billing.body, memberId, month)) return [];
    return carriedLines(one).map((line) => ({ memberId, currency: one.currency, line }));
  });
  const foreign = [...dues, ...between, ...adjusted, ...truedUp, ...restated, ...carried];
  const missing = withoutRate(billing.body, currency, [report.currency, ...foreign.map((one) => one.currency)]);
  if (missing.length > 0) {
    const way = 'open the period again and have one adopted that begins in it';
    const detail = `The billing policy of ${month} has no rate from ${missing.join(', ')} to ${currency}: ${way}.`;
    return { refused: [{ code: 'no-rate', detail }] };
  }
  const platform = platformLines({
    ...{ lines: report.lines, calibration: input.calibration, period },
    ...{ exchange: exchangeOf(billing.body, report.currency, currency) ?? { into: currency } },
    minorDigits: head.minorDigits,
  });
  const others = Map.groupBy(foreign, ({ memberId }) => memberId);
  const members = new Set([...input.members, ...platform.keys(), ...others.keys()]);
  return [...members].toSorted(byId).map((memberId) => {
    const more = (others.get(memberId) ?? []).map((one) => moneyInto(billing.body, currency, one));
    return statementOf(input, head, memberId, [...(platform.get(memberId) ?? []), ...more]);
  });
};
