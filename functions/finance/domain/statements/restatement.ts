import { divideHalfEven, exactText, minorUnit } from '../../../../layers/kernel/money/exact.ts';
import { roundMatrix } from '../../../../layers/kernel/money/round-matrix.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import type { KnownBill } from '../cloud-bills/reconciliation.ts';
import { correctedOf } from './adjustment.ts';
import { type Billing, blocks, modeOf, policyMode } from './billing-policy.ts';
import { type Exchange, exchanged } from './exchange.ts';
import { changesOf, type LineAmounts, shareChanges } from './restatement-changes.ts';
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
  return { lineId, block, mode: modeOf(billing, block), ...(tax && { tax }) };
};

/** Returns the amount by which the whole is too low: the later bill in minor units, less the closed amount and earlier corrections. */
const wholeOf = ({ after, exchange, minorDigits, statements, booked }: ToRestate): number => {
  const bill = Number(divideHalfEven(exchanged(after.summary.total, exchange), minorUnit(minorDigits)));
  return bill - statements.reduce((sum, { amount }) => sum + amount, 0) - booked;
};

/** Returns amounts in the statements' currency. */
const inCurrency = (amounts: LineAmounts, exchange: Exchange): LineAmounts =>
  new Map(
    [...amounts].map(([member, own]) => [
      member,
      new Map([...own].map(([lineId, amount]) => [lineId, exchanged(amount, exchange)])),
    ]),
  );

type Rounded = ReturnType<typeof roundMatrix>['members'];

/** Returns a member's part: its changed lines, charged and taxed as they were; undefined when none changed by a minor unit. */
const partOf = (
  { billing, statements }: ToRestate,
  memberId: string,
  { total, lines }: NonNullable<ReturnType<Rounded['get']>>,
): Restatement['parts'][number] | undefined => {
  const statement = statements.find((one) => one.memberId === memberId);
  const changed = [...lines].filter(([, amount]) => amount !== 0).toSorted(([a], [b]) => byId(a, b));
  if (changed.length === 0) return undefined;
  const restated = changed.map(
    ([lineId, amount]): RestatedLine => ({ ...takenOver(billing, statement, lineId), amount }),
  );
  const part = { memberId, amount: total, lines: restated };
  return statement?.invoice === undefined ? part : { ...part, invoice: statement.invoice };
};

/**
 * Returns the restatement of a closed month by a later bill: its differences from the earlier bill (or, without one, from the metered
 * amounts), shared as the sealed month was, in the statements' currency at their rate, rounded once. The closed lines, earlier
 * restatements and this one sum to the later bill in minor units. The order of lines, cells and statements does not matter. Undefined
 * when the bill is equal.
 */
export const restate = (of: ToRestate): Restatement | undefined => {
  const { month, number, closed, key, currency, shares, before, after } = of;
  const changes = changesOf(shares, { before, after });
  const amounts = inCurrency(shareChanges(shares, changes), of.exchange);
  if (amounts.size === 0) return undefined;
  const { whole, members } = roundMatrix(amounts, of.minorDigits, wholeOf(of));
  const parts = [...members]
    .toSorted(([a], [b]) => byId(a, b))
    .flatMap(([memberId, rounded]) => partOf(of, memberId, rounded) ?? []);
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
  const platform = statement.lines.filter(({ exact }) => exact !== undefined);
  const lines = platform.map((line): [string, Omit<RestatedLine, 'amount'>] => [
    line.lineId,
    { lineId: line.lineId, ...correctedOf(statement, line), mode: policyMode(line.mode) },
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
