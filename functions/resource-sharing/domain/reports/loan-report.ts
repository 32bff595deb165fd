import { divideHalfEven } from '../../../../layers/kernel/money/exact.ts';
import type { Service } from '../requests/request.ts';
import { NOBODY } from './report-changes.ts';
import type { LoanReport } from './report-schema.ts';
import { type Counts, waitFigures, waits } from './waits.ts';

/** A row of counters as stored: a pair of libraries, a month, a service. */
export type ReportRow = { month: string; requester: string; supplier: string; service: Service; counts: Counts };

/** The maximum number of pairs in a report; the spreadsheet has all of them. */
const MOST_PAIRS = 500;

const services: readonly Service[] = ['loan', 'copy', 'copy-or-loan'];

/** The sums of some rows' counters. */
export const totalOf = (rows: readonly ReportRow[]): Counts => {
  const total: Record<string, number> = {};
  for (const { counts } of rows) {
    for (const [name, amount] of Object.entries(counts)) total[name] = (total[name] ?? 0) + amount;
  }
  return total;
};

const shareOf = (part: number, whole: number): { fillRate?: number } =>
  whole === 0 ? {} : { fillRate: Math.round((part / whole) * 10_000) / 10_000 };

/** The ends of asks, by name. */
export const OUTCOMES = [
  ...(['asked', 'filled', 'unfilled', 'timedOut', 'termsRefused'] as const),
  ...(['withdrawn', 'cancelled', 'unreachable', 'unusable', 'lost'] as const),
] as const;

const outcomes = (counts: Counts) => {
  const all = Object.fromEntries(OUTCOMES.map((name) => [name, counts[name] ?? 0])) as Record<
    (typeof OUTCOMES)[number],
    number
  >;
  return { ...all, ...shareOf(all.filled, all.asked) };
};

const named = (counts: Counts, prefix: RegExp): [string, number][] =>
  Object.entries(counts)
    .flatMap(([name, amount]): [string, number][] => {
      const what = prefix.exec(name)?.[1];
      return what === undefined ? [] : [[what, amount]];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The charges by currency, in minor units, with unit costs rounded half to even. */
export const costsOf = (counts: Counts) =>
  named(counts, /^cost([A-Z]{3})$/).map(([currency, amount]) => {
    const charged = counts[`charged${currency}`] ?? 0;
    const per = (count: number): number => Number(divideHalfEven(BigInt(amount), BigInt(count)));
    const filled = counts.filled ?? 0;
    return {
      ...{ currency, amount, charged, perCharged: charged === 0 ? 0 : per(charged) },
      ...(filled > 0 && { perFilled: per(filled) }),
    };
  });

/** The reasons of refusals, the most frequent first. */
export const reasonsOf = (counts: Counts) =>
  named(counts, /^because(\w+)$/)
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((one, other) => other.count - one.count);

const grouped = (rows: readonly ReportRow[], of: (row: ReportRow) => string): [string, ReportRow[]][] => [
  ...Map.groupBy(rows, of),
];

const pairOf = (rows: readonly ReportRow[]) => {
  const counts = totalOf(rows);
  const [{ requester, supplier } = { requester: '', supplier: '' }] = rows;
  const [answer, turnaround] = [waitFigures(counts, 'answering'), waitFigures(counts, 'turnaround')];
  return {
    ...{ requester, supplier, ...outcomes(counts) },
    ...(answer && { medianAnswerHours: answer.medianHours }),
    ...(turnaround && { medianTurnaroundHours: turnaround.medianHours }),
    costs: costsOf(counts),
  };
};

const sectionOf = (rows: readonly ReportRow[]) => {
  const asks = rows.filter(({ supplier }) => supplier !== NOBODY);
  const counts = totalOf(asks);
  const pairs = grouped(asks, ({ requester, supplier }) => JSON.stringify([requester, supplier]))
    .map(([, of]) => pairOf(of))
    .toSorted(
      (one, other) =>
        other.asked - one.asked ||
        (`${one.requester} ${one.supplier}` < `${other.requester} ${other.supplier}` ? -1 : 1),
    );
  return {
    ...outcomes(counts),
    waits: waits.flatMap((wait) => waitFigures(counts, wait) ?? []),
    reasons: reasonsOf(counts),
    costs: costsOf(counts),
    services: services.flatMap((service) => {
      const { asked = 0, filled = 0 } = totalOf(asks.filter((row) => row.service === service));
      return asked + filled === 0 ? [] : [{ service, asked, filled }];
    }),
    pairs: pairs.slice(0, MOST_PAIRS),
    pairsLeft: Math.max(0, pairs.length - MOST_PAIRS),
  };
};

const requestsOf = (rows: readonly ReportRow[]) => {
  const all = totalOf(rows);
  const nobody = totalOf(rows.filter(({ supplier }) => supplier === NOBODY));
  // An unusable copy does not count as filled: the next supplier was asked.
  const filled = Math.max(0, (all.filled ?? 0) - (all.unusable ?? 0));
  const unfilled = nobody.endOfRota ?? 0;
  return {
    begun: waitFigures(all, 'sourcing')?.count ?? 0,
    ...{ filled, unfilled },
    cancelled: all.cancelled ?? 0,
    filledLocally: nobody.filledLocally ?? 0,
    ...shareOf(filled, filled + unfilled),
  };
};

type Loans = { library: string; lent: number; borrowed: number };

const balanceOf = (loans: readonly Loans[]) =>
  [...Map.groupBy(loans, ({ library }) => library)]
    .map(([library, of]) => {
      const sum = (what: 'lent' | 'borrowed'): number => of.reduce((total, one) => total + one[what], 0);
      const [lent, borrowed] = [sum('lent'), sum('borrowed')];
      return { library, lent, borrowed, net: lent - borrowed };
    })
    .filter(({ lent, borrowed }) => lent + borrowed > 0)
    .toSorted((one, other) => (one.library < other.library ? -1 : 1));

/**
 * The input of a report: rows with the libraries reported on as requester, and as supplier. Without a member it covers
 * all.
 */
export type ReportInput = {
  from: string;
  to: string;
  memberId?: string;
  borrowed: readonly ReportRow[];
  lent: readonly ReportRow[];
};

const partners = ({ memberId, borrowed, lent }: ReportInput): Loans[] => {
  const filled = ({ counts }: ReportRow): number => counts.filled ?? 0;
  // For one member: what the others lent to it and borrowed from it. For all: what each lent and borrowed itself.
  return [
    ...borrowed.map((row) => ({
      library: memberId === undefined ? row.requester : row.supplier,
      ...{ lent: 0, borrowed: filled(row) },
    })),
    ...lent.map((row) => ({
      library: memberId === undefined ? row.supplier : row.requester,
      ...{ lent: filled(row), borrowed: 0 },
    })),
  ];
};

const monthsOf = ({ borrowed, lent }: ReportInput) => {
  const figures = (rows: readonly ReportRow[], month: string) => {
    const { asked = 0, filled = 0 } = totalOf(rows.filter((row) => row.month === month && row.supplier !== NOBODY));
    return { asked, filled };
  };
  const months = [...new Set([...borrowed, ...lent].map(({ month }) => month))].toSorted();
  return months.map((month) => ({ month, borrowing: figures(borrowed, month), lending: figures(lent, month) }));
};

/** The report of some months as the web shows it: totals, waits, reasons, unit costs, pairs of libraries, lending balance. */
export const loanReport = (input: ReportInput): LoanReport => {
  const { from, to, memberId, borrowed, lent } = input;
  return {
    ...{ from, to, ...(memberId !== undefined && { memberId }) },
    borrowing: { ...sectionOf(borrowed), requests: requestsOf(borrowed) },
    lending: sectionOf(lent),
    balance: balanceOf(partners(input)),
    months: monthsOf(input),
  };
};
