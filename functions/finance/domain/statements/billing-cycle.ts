import type { Billing, Block } from './billing-policy.ts';
import { eventsOf, type Statement, type StatementLine, sumOfLines } from './statement.ts';

/** The number of months in each cycle. */
const monthsIn = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/** How many months back lines that wait for their invoice are looked for: two cycles of a year. */
export const MONTHS_CARRIED = 23;

type Line = Omit<StatementLine, 'mode'> & Partial<Pick<StatementLine, 'mode'>>;

/** A member's closed statement with lines that no invoice has yet. */
export type Deferred = Pick<Statement, 'memberId' | 'month' | 'currency' | 'lines'>;

/** Returns whether a month is the last one of a member's cycle: cycles begin with the issuer's fiscal year. */
export const endsCycle = (
  { cycle, memberCycles, fiscalYearStartsIn }: Billing,
  memberId: string,
  month: string,
): boolean => {
  const own = memberCycles.find((one) => one.memberId === memberId)?.cycle ?? cycle;
  const place = ((Number(month.slice(5, 7)) - fiscalYearStartsIn + 12) % 12) + 1;
  return place % monthsIn[own] === 0;
};

/** Returns a charged line as one that waits for the invoice of its cycle, with the tax rule that holds for it now. */
export const deferredLine = ({ tax }: Billing, line: StatementLine): StatementLine => {
  if (line.mode !== 'charge') return line;
  const rule =
    line.taxRule ?? (line.block === 'tax' || line.corrects ? undefined : tax[line.block as Exclude<Block, 'tax'>]);
  return { ...line, mode: 'deferred', ...(rule && { taxRule: rule }) };
};

/** Returns the id of a line of an earlier month in the statement that bills it. */
export const carriedLineId = ({ month, lineId }: { month: string; lineId: string }): string =>
  `carried-${month}-${lineId}`;

/** Returns the month and id of a line where it was first stated; `month` and `lineId` themselves for a line of its own month. */
export const originOf = ({ month, lineId }: { month: string; lineId: string }): { month: string; lineId: string } => {
  const [, from, own] = /^carried-(\d{4}-\d{2})-(.+)/.exec(lineId) ?? [];
  return from !== undefined && own !== undefined ? { month: from, lineId: own } : { month, lineId };
};

/** Returns the lines of a closed statement that wait for their invoice, as charged lines of the statement that bills them. */
export const carriedLines = ({ month, lines }: Deferred): Line[] =>
  lines.flatMap((line): Line[] => {
    if (line.mode !== 'deferred') return [];
    const { exact: _, metered: _metered, exchange: _exchange, codes: _codes, evidence, lineId, ...rest } = line;
    const carries = { month, lineId };
    return [
      {
        ...{ ...rest, lineId: carriedLineId(carries), mode: 'charge', carries },
        evidence: {
          ...{ kind: 'carried', ...carries },
          ...(evidence.kind === 'usage' && { events: eventsOf(evidence) }),
          ...(evidence.kind === 'adjustment' && { reason: evidence.reason }),
          ...(evidence.kind === 'true-up' && { invoices: evidence.invoices }),
        },
      },
    ];
  });

/** Returns the first month that a statement bills: an earlier one when it carries lines of earlier months. */
export const billedFrom = ({ month, lines }: Pick<Statement, 'month' | 'lines'>): string =>
  lines.reduce((first, { carries }) => (carries && carries.month < first ? carries.month : first), month);

/** Returns the sum of the lines of earlier months: the cost of a statement's own month is its total without them. */
export const carriedSum = ({ lines }: Pick<Statement, 'lines'>): number =>
  sumOfLines(lines.filter(({ carries }) => carries !== undefined));

/** Returns the earlier months of which a statement carries lines. */
export const carriedMonths = ({ lines }: Pick<Statement, 'lines'>): string[] => [
  ...new Set(lines.flatMap(({ carries }) => carries?.month ?? [])),
];
