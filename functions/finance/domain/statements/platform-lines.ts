import { type Exact, exactText, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { roundMatrix } from '../../../../layers/kernel/money/round-matrix.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { ChargeCategory } from '../cloud-bills/bill-line.ts';
import type { CalibratedLine } from '../cloud-bills/calibrate.ts';
import type { ReportLine } from '../usage-report/model.ts';
import { type Exchange, exchanged, exchangeNote } from './exchange.ts';
import type { EvidenceRef, StatementLine } from './statement.ts';

/** The data of the month's bill beyond the metered use: the factor of each compared row, and the lines calibrated to the bill. */
export type Calibration = { billId: string; factors: ReadonlyMap<string, Exact>; lines: readonly CalibratedLine[] };

/** Without a bill, lines remain as metered. */
const asMetered = (lines: readonly ReportLine[]): CalibratedLine[] =>
  lines.map((line) => ({ ...line, metered: line.amount }));

/** A platform line before rounding: in the currency of the bill, metered and calibrated. */
type Cell = Pick<StatementLine, 'lineId' | 'block' | 'title' | 'service'> & {
  member: string;
  metered?: Exact;
  calibrated: Exact;
  evidence: EvidenceRef;
};

const cellKey = ({ member, category, pool, service, billedAs }: CalibratedLine): string =>
  JSON.stringify([member, category, pool, service, billedAs ?? '']);

/** Returns the id of the statement line for a member's use of a service, or its share of a pool. */
export const platformLineId = ({
  category,
  pool,
  service,
}: Pick<CalibratedLine, 'category' | 'pool' | 'service'>): string => `${category}-${pool}-${service}`;

/** Returns the id of the line for a share of a billed but unmetered amount. */
export const unmeteredLineId = (billedAs: ChargeCategory): string => `unmetered-${billedAs}`;

const billedCell = (
  own: readonly CalibratedLine[],
  member: string,
  { billId, as }: { billId: string; as: ChargeCategory },
): Cell => ({
  ...{ member, block: 'unmetered', title: `billed-${as}`, lineId: unmeteredLineId(as) },
  ...{ calibrated: sumExact(own.map(({ amount }) => amount)), evidence: { kind: 'bill', billId } },
});

const usedCell = (own: readonly CalibratedLine[], line: CalibratedLine): Cell => ({
  ...{ member: line.member, block: line.category, title: `platform-${line.pool}`, lineId: platformLineId(line) },
  service: line.service,
  metered: sumExact(own.map(({ metered }) => metered)),
  calibrated: sumExact(own.map(({ amount }) => amount)),
  evidence: {
    ...{ kind: 'usage', of: line.pool === 'own' ? line.member : line.pool, service: line.service },
    operations: own
      .toSorted((one, other) => byId(one.operation, other.operation))
      .map(({ operation, events, metered }) => ({ operation, events, amount: exactText(metered) })),
  },
});

const cellsOf = (lines: readonly CalibratedLine[], billId: string): Cell[] =>
  [...Map.groupBy(lines, cellKey).values()].flatMap((own): Cell[] => {
    const [first] = own;
    if (!first) return [];
    const { member, billedAs } = first;
    return [billedAs === undefined ? usedCell(own, first) : billedCell(own, member, { billId, as: billedAs })];
  });

/** The input of platform lines: the report's lines, the bill's data if there is one, and the conversion into the statements' currency. */
export type PlatformInput = {
  lines: readonly ReportLine[];
  calibration: Calibration | undefined;
  exchange: Exchange;
  minorDigits: number;
  period: Pick<StatementLine, 'from' | 'to'>;
};

/**
 * Returns the platform's cost by member and line: metered, calibrated to the bill if there is one, in the statements' currency, and
 * rounded once, so that lines sum to a member, members to the whole, and the whole is the bill (half to even). Lines of exactly zero are
 * omitted. The caller sets their mode by the policy.
 */
export const platformLines = (input: PlatformInput): Map<string, Omit<StatementLine, 'mode'>[]> => {
  const { calibration, exchange, minorDigits, period } = input;
  const cells = cellsOf(calibration?.lines ?? asMetered(input.lines), calibration?.billId ?? '')
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
