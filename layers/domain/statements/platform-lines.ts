import { divideHalfEven, EXACT_DECIMALS, type Exact, exactText, sumExact } from '../money/exact.ts';
import { roundMatrix } from '../money/round-matrix.ts';
import { byId, splitExactly } from '../money/split.ts';
import { meters } from '../pricing/meters.ts';
import type { ReportLine } from '../report/model.ts';
import { type Exchange, exchanged, exchangeNote } from './exchange.ts';
import type { EvidenceRef, StatementLine } from './statement.ts';

/** What the month's bill says beyond the metered use: a factor by service of the price book (1 unless said), exact, and what is billed and not metered. */
export type Calibration = {
  billId?: string;
  factors: ReadonlyMap<string, Exact>;
  unmetered: readonly { code: string; amount: Exact }[];
};

const SCALE = 10n ** BigInt(EXACT_DECIMALS);

/** A platform line before it is rounded: in the currency of the bill, metered and calibrated. */
type Cell = Pick<StatementLine, 'lineId' | 'block' | 'title' | 'service'> & {
  member: string;
  metered?: Exact;
  calibrated: Exact;
  evidence: EvidenceRef;
};

/** The cost of lines by billed service, each times its factor: one product a service, for a member has very many charges. */
const calibrated = (lines: readonly ReportLine[], { factors }: Calibration): Exact => {
  if (factors.size === 0) return sumExact(lines.map(({ amount }) => amount));
  const sums = new Map<string, Exact>();
  for (const { charges } of lines) {
    for (const { meter, amount } of charges) {
      const { service } = meters[meter];
      sums.set(service, (sums.get(service) ?? 0n) + amount);
    }
  }
  return sumExact([...sums].map(([service, sum]) => divideHalfEven(sum * (factors.get(service) ?? SCALE), SCALE)));
};

const cellKey = ({ member, category, pool, service }: ReportLine): string =>
  JSON.stringify([member, category, pool, service]);

const usedCells = (lines: readonly ReportLine[], calibration: Calibration): Cell[] =>
  [...Map.groupBy(lines, cellKey).values()].flatMap((own): Cell[] => {
    const [first] = own;
    if (!first) return [];
    const { member, category, pool, service } = first;
    const operations = own
      .toSorted((one, other) => byId(one.operation, other.operation))
      .map((line) => ({ operation: line.operation, events: line.events, amount: exactText(line.amount) }));
    return [
      {
        ...{ member, block: category, title: `platform-${pool}`, lineId: `${category}-${pool}-${service}`, service },
        metered: sumExact(own.map(({ amount }) => amount)),
        calibrated: calibrated(own, calibration),
        evidence: { kind: 'usage', of: pool === 'own' ? member : pool, service, operations },
      },
    ];
  });

const unmeteredCells = (calibration: Calibration, weights: ReadonlyMap<string, number>): Cell[] => {
  const shares = new Map([...weights].map(([member, weight]) => [member, BigInt(weight)]));
  const evidence: EvidenceRef = { kind: 'bill', billId: calibration.billId ?? 'none' };
  return calibration.unmetered.flatMap(({ code, amount }) =>
    [...splitExactly(amount, shares)].map(([member, share]) => ({
      ...{ member, block: 'unmetered' as const, title: `billed-${code}`, lineId: `unmetered-${code}` },
      ...{ calibrated: share, evidence },
    })),
  );
};

/** What platform lines are made of: the report's lines, what the bill says, the agreed key's weights, and the way into the statements' currency. */
export type PlatformInput = {
  lines: readonly ReportLine[];
  calibration: Calibration;
  weights: ReadonlyMap<string, number>;
  exchange: Exchange;
  minorDigits: number;
  period: Pick<StatementLine, 'from' | 'to'>;
};

/**
 * The platform's cost by member and line: metered, times the factor of each billed service, in the statements' currency,
 * and all rounded once, so that lines sum to a member, members to the whole, and the whole is the bill (half to even).
 * Lines that come to exactly nothing are left out. Their mode is the policy's: it is set by who puts statements together.
 */
export const platformLines = (input: PlatformInput): Map<string, Omit<StatementLine, 'mode'>[]> => {
  const { calibration, exchange, minorDigits, period } = input;
  const cells = [...usedCells(input.lines, calibration), ...unmeteredCells(calibration, input.weights)]
    .map((cell) => ({ ...cell, exact: exchanged(cell.calibrated, exchange) }))
    .filter(({ exact, calibrated: before }) => exact !== 0n || before !== 0n);
  const byMember = Map.groupBy(cells, ({ member }) => member);
  const matrix = new Map(
    [...byMember].map(([member, own]) => [member, new Map(own.map(({ lineId, exact }) => [lineId, exact]))]),
  );
  const rounded = roundMatrix(matrix, minorDigits).members;
  const lineOf = ({ member, metered, calibrated: before, exact, ...cell }: (typeof cells)[number]) => ({
    ...cell,
    ...period,
    amount: rounded.get(member)?.lines.get(cell.lineId) ?? 0,
    ...(metered !== undefined && { metered: exactText(metered) }),
    exact: exactText(exact),
    ...exchangeNote(exactText(before), exchange),
  });
  return new Map([...byMember].map(([member, own]) => [member, own.map(lineOf)]));
};
