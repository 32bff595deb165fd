import {
  divideHalfEven,
  type Exact,
  exactText,
  minorUnit,
  parseExact,
  sumExact,
} from '../../../../layers/kernel/money/exact.ts';
import { roundMatrix } from '../../../../layers/kernel/money/round-matrix.ts';
import { byId, splitExactly } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import type { ChargeCategory } from '../cloud-bills/bill-line.ts';
import { comparedBy } from '../cloud-bills/compared.ts';
import type { KnownBill } from '../cloud-bills/reconciliation.ts';
import { correctedOf } from './adjustment.ts';
import { type Billing, blocks, modeOf } from './billing-policy.ts';
import { type Exchange, exchanged } from './exchange.ts';
import { unmeteredLineId } from './platform-lines.ts';
import type { RestatedLine, Restatement } from './restatement-schema.ts';
import type { SealedShares } from './sealed-use.ts';
import type { Statement, StatementLine } from './statement.ts';

/** The input of a restatement from a closed statement: its platform lines, as inherited by a correction. */
export type ClosedPlatform = {
  memberId: string;
  invoice: string | undefined;
  lines: ReadonlyMap<string, Omit<RestatedLine, 'amount'>>;
  amount: number;
};

/** A closed month with its former and its current bill. `booked` is the sum of its earlier restatements. */
export type ToRestate = Pick<Restatement, 'month' | 'number' | 'closed' | 'key' | 'currency'> & {
  shares: SealedShares;
  before: KnownBill | undefined;
  after: KnownBill;
  statements: readonly ClosedPlatform[];
  booked: number;
  billing: Billing;
  exchange: Exchange;
  minorDigits: number;
};

type Changed = { of: string; category?: ChargeCategory; before: Exact; after: Exact };

/** Returns the sums of compared use by row, and of everything else by kind. */
const sumsOf = (
  { summary }: KnownBill,
  meters: ReadonlySet<string>,
): Map<string, { category?: ChargeCategory; cost: Exact }> => {
  const sums = new Map<string, { category?: ChargeCategory; cost: Exact }>();
  for (const { category, meter, cost } of summary.cells) {
    const isCompared = category === 'usage' && meter !== undefined && meters.has(meter);
    const [of, more] = isCompared ? [comparedBy[meter].name, {}] : [unmeteredLineId(category), { category }];
    sums.set(of, { ...more, cost: (sums.get(of)?.cost ?? 0n) + cost });
  }
  return sums;
};

const meteredSums = ({ metered }: SealedShares): Map<string, { category?: ChargeCategory; cost: Exact }> => {
  const rows = Map.groupBy(metered, ([of]) => of);
  return new Map(
    [...rows].map(([of, own]) => [of, { cost: sumExact(own.map(([, , , amount]) => parseExact(amount))) }]),
  );
};

const changesOf = ({ shares, before, after }: ToRestate): Changed[] => {
  const meters = new Set<string>(shares.meters);
  const [then, now] = [before ? sumsOf(before, meters) : meteredSums(shares), sumsOf(after, meters)];
  return [...new Set([...then.keys(), ...now.keys()])].toSorted(byId).flatMap((of): Changed[] => {
    const [one, other] = [then.get(of), now.get(of)];
    const category = one?.category ?? other?.category;
    const [was, is] = [one?.cost ?? 0n, other?.cost ?? 0n];
    return was === is ? [] : [{ of, ...(category && { category }), before: was, after: is }];
  });
};

/** Returns the shares of each change by line, as the month was shared: of a row by metered amounts, of everything else by the key. */
const sharesOf = ({ shares }: ToRestate, changes: readonly Changed[]): Map<string, Map<string, Exact>> => {
  const key = new Map(shares.key.map(([member, weight]) => [member, BigInt(weight)]));
  const byRow = Map.groupBy(shares.metered, ([of]) => of);
  const matrix = new Map<string, Map<string, Exact>>();
  const add = (member: string, lineId: string, amount: Exact): void => {
    const own = matrix.get(member) ?? new Map<string, Exact>();
    if (amount !== 0n) matrix.set(member, own.set(lineId, (own.get(lineId) ?? 0n) + amount));
  };
  for (const { of, category, before, after } of changes) {
    if (category) {
      for (const [member, amount] of splitExactly(after - before, key)) add(member, of, amount);
      continue;
    }
    const own = byRow.get(of) ?? [];
    const weights = new Map(
      own.map(([, member, lineId, amount]) => [JSON.stringify([member, lineId]), parseExact(amount)]),
    );
    const parts = splitExactly(after - before, weights);
    for (const [, member, lineId] of own) add(member, lineId, parts.get(JSON.stringify([member, lineId])) ?? 0n);
  }
  return matrix;
};

/** Returns the block of a line that a statement lacks because it was zero: its id begins with it. */
const blockOf = (lineId: string): RestatedLine['block'] =>
  blocks.find((block) => lineId.startsWith(`${block}-`)) ?? 'unmetered';

const takenOver = (
  billing: Billing,
  statement: ClosedPlatform | undefined,
  lineId: string,
): Omit<RestatedLine, 'amount'> => {
  const known = statement?.lines.get(lineId);
  if (known) return known;
  const block = blockOf(lineId);
  const tax = billing.tax[block as keyof Billing['tax']];
  return {
    lineId,
    block,
    mode: modeOf(billing, block),
    ...(tax && { tax: { category: tax.category, rate: tax.rate } }),
  };
};

/** Returns the amount by which the whole is too low: the later bill in minor units, less the closed amount and earlier corrections. */
const wholeOf = ({ after, exchange, minorDigits, statements, booked }: ToRestate): number => {
  const bill = Number(divideHalfEven(exchanged(after.summary.total, exchange), minorUnit(minorDigits)));
  return bill - statements.reduce((sum, { amount }) => sum + amount, 0) - booked;
};

/**
 * Returns the restatement of a closed month by a later bill: its differences from the earlier bill (or, without one, from the metered
 * amounts), shared as the sealed month was, in the statements' currency at their rate, rounded once. The closed lines, earlier
 * restatements and this one sum to the later bill in minor units. The order of lines, cells and statements does not matter. Undefined
 * when the bill is equal.
 */
export const restate = (of: ToRestate): Restatement | undefined => {
  const changes = changesOf(of);
  const exact = sharesOf(of, changes);
  const matrix = new Map(
    [...exact].map(([member, own]) => [
      member,
      new Map([...own].map(([lineId, amount]) => [lineId, exchanged(amount, of.exchange)])),
    ]),
  );
  if (matrix.size === 0) return undefined;
  const { whole, members } = roundMatrix(matrix, of.minorDigits, wholeOf(of));
  const known = new Map(of.statements.map((one) => [one.memberId, one]));
  const parts = [...members]
    .toSorted(([a], [b]) => byId(a, b))
    .flatMap(([memberId, { total, lines }]) => {
      const statement = known.get(memberId);
      const own = [...lines]
        .filter(([, amount]) => amount !== 0)
        .toSorted(([a], [b]) => byId(a, b))
        .map(([lineId, amount]): RestatedLine => ({ ...takenOver(of.billing, statement, lineId), amount }));
      const { invoice } = statement ?? {};
      return own.length === 0
        ? []
        : [{ memberId, ...(invoice !== undefined && { invoice }), amount: total, lines: own }];
    });
  const { month, number, closed, key, currency, before, after } = of;
  return {
    ...{ month, number, closed, key, currency, platformCurrency: after.summary.currency },
    ...(before && { before: before.billId }),
    after: after.billId,
    rows: changes.map((one) => ({ of: one.of, before: exactText(one.before), after: exactText(one.after) })),
    ...{ parts, amount: whole },
  };
};

/** Returns the data of a closed statement that a restatement needs. */
export const closedPlatform = (statement: Statement, invoice: string | undefined): ClosedPlatform => {
  const platform = statement.lines.filter(({ exact, corrects }) => exact !== undefined && corrects === undefined);
  const lines = platform.map((line): [string, Omit<RestatedLine, 'amount'>] => [
    line.lineId,
    { lineId: line.lineId, ...correctedOf(statement, line), mode: line.mode },
  ]);
  const amount = platform.reduce((sum, line) => sum + line.amount, 0);
  return { memberId: statement.memberId, invoice, lines: new Map(lines), amount };
};

/** Returns the canonical text of a restatement: an approval names its SHA-256. */
export const restatementText = (restatement: Restatement): string => canonicalJson(restatement);

/** Returns a member's lines of it in the statement of an open month: corrections of the closed lines, charged and taxed like those. */
export const restatementLines = (
  { month, number, before, after, key, platformCurrency, rows }: Restatement,
  { lines, invoice }: Restatement['parts'][number],
  periodOf: (month: string) => Pick<StatementLine, 'from' | 'to'>,
): StatementLine[] =>
  lines.map(({ lineId, amount, mode, ...line }) => ({
    ...{ lineId: `restatement-${month}-${number}-${lineId}`, block: 'correction', title: 'restatement' },
    ...{ mode, ...periodOf(month), amount, chargeClass: 'Correction' },
    corrects: { month, lineId, ...line, ...(invoice !== undefined && { invoice }) },
    evidence: {
      ...{ kind: 'restatement', month, ...(before !== undefined && { before }), after, key, platformCurrency, rows },
    },
  }));
