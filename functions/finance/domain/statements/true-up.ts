import { daysIn, shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { costsOf } from '../cost-sharing/costs-of.ts';
import { reckonFees } from '../cost-sharing/fees.ts';
import type { Formula } from '../cost-sharing/formula.ts';
import type { Scenario, ScenarioRow } from '../cost-sharing/scenario.ts';
import { originOf } from './billing-cycle.ts';
import type { Block } from './billing-policy.ts';
import { duesOfMonth } from './dues-lines.ts';
import type { Statement, StatementLine } from './statement.ts';
import type { TrueUp, TrueUpInput, TrueUpPart } from './true-up-schema.ts';

/** The input of a true-up from a closed statement: its platform cost, and its part of the fee (minor units). */
export type StatementFigures = {
  memberId: string;
  currency: string;
  platform: number;
  billed: number;
  invoice?: string;
};

/** A closed month with its statements' figures, and the seal of its pack. */
export type SealedMonth = TrueUp['packs'][number] & { statements: readonly StatementFigures[] };

/** The reason why dues cannot be trued up. */
export type TrueUpRefusal = {
  code: 'months-open' | 'formula-currency' | 'shares-no-cost' | 'which-cost' | 'not-reckonable';
  detail: string;
};
type Refused = { refused: TrueUpRefusal[] };

/** The fee, year and scenario of a true-up, with the first month (1 to 12) of each member's fiscal year and of the consortium's. */
export type TrueUpOf = {
  scenario: Scenario & Required<Pick<Scenario, 'adopted'>>;
  rows: readonly ScenarioRow[];
  starts: ReadonlyMap<string, number>;
  consortiumStartsIn: number;
};

const firstOf = (year: number, startsIn: number): string => `${year}-${String(startsIn).padStart(2, '0')}`;
const twelve = (from: string): string[] => Array.from({ length: 12 }, (_, at) => shiftedMonth(from, at));

const startOf = ({ starts }: Pick<TrueUpOf, 'starts'>, memberId: string): number => starts.get(memberId) ?? 1;

/** Returns the months of a true-up: the consortium's year, for its cost, and each member's own, for its dues. */
export const monthsNeeded = (of: Pick<TrueUpOf, 'scenario' | 'rows' | 'starts' | 'consortiumStartsIn'>): string[] => {
  const begins = new Set([of.consortiumStartsIn, ...of.rows.map(({ fee }) => startOf(of, fee.memberId))]);
  return [...new Set([...begins].flatMap((month) => twelve(firstOf(of.scenario.year, month))))].toSorted(byId);
};

const platform: readonly Block[] = ['direct', 'shared', 'idle', 'unattributed', 'unmetered'];

/** A fee and its year, with the first month of the member's fiscal year (1 to 12). */
type FeeYear = { fee: string; year: number; startsIn: number };

/** Returns the lines of a statement for a fee's year: its dues, whether charged or only shown, and later corrections of those. */
export const linesOfFee = ({ lines }: Pick<Statement, 'lines'>, { fee, year, startsIn }: FeeYear): StatementLine[] => {
  const [dues, own] = [`dues-${fee}`, twelve(firstOf(year, startsIn))];
  return lines.filter(({ lineId, from, corrects, carries }) => {
    // A line of an earlier month counts in the statement of its own month.
    if (carries) return false;
    if (corrects === undefined) return lineId === dues && own.includes(from.slice(0, 7));
    const origin = originOf(corrects);
    return origin.lineId === dues && own.includes(origin.month);
  });
};

const sum = <T>(all: Iterable<T>, of: (one: T) => number): number => {
  let whole = 0;
  for (const one of all) whole += of(one);
  return whole;
};

/** Returns the input of a true-up from a closed statement. */
export const figuresOf = (
  statement: Pick<Statement, 'memberId' | 'currency' | 'lines'>,
  of: Pick<TrueUpOf, 'scenario' | 'starts'>,
  invoice?: string,
): StatementFigures => {
  const { memberId, currency, lines } = statement;
  const { formula, year } = of.scenario;
  const own = linesOfFee(statement, { fee: formula.name, year, startsIn: startOf(of, memberId) });
  const cost = lines.filter(({ block, carries }) => platform.includes(block) && !carries);
  const has = own.some(({ mode }) => mode === 'charge');
  return {
    ...{ memberId, currency, platform: sum(cost, ({ amount }) => amount), billed: sum(own, ({ amount }) => amount) },
    ...(has && invoice !== undefined && { invoice }),
  };
};

const refuse = (code: TrueUpRefusal['code'], detail: string): Refused => ({ refused: [{ code, detail }] });

/** Returns the cost that is the platform's; the only one when the formula shares one cost. */
const costOf = (formula: Formula, { cost, costs }: TrueUpInput): string | Refused => {
  const known = costsOf(formula);
  if (known.length === 0)
    return refuse('shares-no-cost', 'The formula shares no cost: its fees do not depend on what the year came to.');
  const chosen = cost ?? (known.length === 1 ? known[0] : undefined);
  if (chosen === undefined || !known.includes(chosen))
    return refuse('which-cost', `Say which of ${known.join(', ')} is the cost of the platform.`);
  const strange = Object.keys(costs).find((name) => name === chosen || !known.includes(name));
  return strange === undefined ? chosen : refuse('which-cost', `${strange} is no other cost of the formula.`);
};

/**
 * Returns a member's adopted dues in months of its own year that are not closed yet. Those are after the consortium's year, whose months
 * are all closed before a true-up.
 */
const toBillOf = (of: TrueUpOf, { memberId, fee }: ScenarioRow['fee'], closed: ReadonlySet<string>): number => {
  const from = firstOf(of.scenario.year, startOf(of, memberId));
  const open = twelve(from).filter((month) => !closed.has(month));
  return sum(open, (month) => duesOfMonth({ amount: fee, from }, month) ?? 0);
};

const partsOf = (
  of: TrueUpOf,
  fees: readonly { memberId: string; fee: number }[],
  months: readonly SealedMonth[],
): TrueUpPart[] => {
  const closed = new Set(months.map(({ month }) => month));
  const adopted = new Map(of.rows.map(({ fee }) => [fee.memberId, fee]));
  const known = Map.groupBy(
    months.flatMap(({ statements }) => statements),
    ({ memberId }) => memberId,
  );
  const actual = new Map(fees.map(({ memberId, fee }) => [memberId, fee]));
  // A member that was billed by a replaced scenario and has no part in this one gets a full refund.
  const billedOnly = [...known].filter(([, own]) => own.some(({ billed }) => billed !== 0)).map(([id]) => id);
  return [...new Set([...actual.keys(), ...billedOnly])].toSorted(byId).map((memberId) => {
    const own = known.get(memberId) ?? [];
    const [comesTo, billed] = [actual.get(memberId) ?? 0, sum(own, (one) => one.billed)];
    const invoices = [...new Set(own.flatMap(({ invoice }) => (invoice === undefined ? [] : [invoice])))];
    const row = adopted.get(memberId);
    const toBill = row === undefined ? 0 : toBillOf(of, row, closed);
    const amount = comesTo - billed - toBill;
    return { memberId, actual: comesTo, billed, ...(toBill !== 0 && { toBill }), amount, invoices };
  });
};

/**
 * Calculates a year's true-up from its closed months, in any order of them and their statements: the adopted formula with the figures
 * frozen at its adoption, for the platform's actual cost in the consortium's year, less the dues: the billed amounts, and the adopted ones
 * of a member whose own year ends later. Other costs are the preparer's, otherwise those adopted. Exact: the parts sum to the fees less
 * these dues. Refuses `months-open` naming those until the end of the consortium's year,
 * `formula-currency` (statements and formula differ), `shares-no-cost` (it does not depend on the actual cost), `which-cost`, and
 * `not-reckonable`.
 */
export const reckonTrueUp = (of: TrueUpOf, input: TrueUpInput, sealed: readonly SealedMonth[]): TrueUp | Refused => {
  const { scenario, rows } = of;
  const { formula, year } = scenario;
  const cost = costOf(formula, input);
  if (typeof cost !== 'string') return cost;
  const months = sealed.toSorted((a, b) => byId(a.month, b.month));
  const closed = new Set(months.map(({ month }) => month));
  const yearMonths = twelve(firstOf(year, of.consortiumStartsIn));
  const [from = '', to = ''] = [yearMonths[0], yearMonths.at(-1)];
  const open = monthsNeeded(of).filter((month) => month <= to && !closed.has(month));
  if (open.length > 0) return refuse('months-open', `Not closed yet: ${open.join(', ')}.`);
  const currencies = new Set(months.flatMap(({ statements }) => statements.map(({ currency }) => currency)));
  const other = [...currencies].find((currency) => currency !== formula.currency);
  if (other !== undefined)
    return refuse('formula-currency', `Statements are in ${other}, the formula is in ${formula.currency}.`);
  const inYear = months.filter(({ month }) => yearMonths.includes(month));
  const whole = sum(inYear, ({ statements }) => sum(statements, (one) => one.platform));
  // Credits exceed the use: nothing is shared, and the billed amounts are refunded.
  const costs = { ...scenario.costs, ...input.costs, [cost]: Math.max(0, whole) };
  const fees = reckonFees({ formula, year, members: rows.map(({ figures }) => figures), costs });
  if ('refused' in fees)
    return { refused: fees.refused.slice(0, 100).map(({ detail }) => ({ code: 'not-reckonable', detail })) };
  const used = Object.fromEntries(costsOf(formula).map((name) => [name, costs[name] ?? 0]));
  const parts = partsOf(of, fees.fees, months);
  const [actual, billed] = [fees.total, sum(parts, (part) => part.billed)];
  const toBill = sum(parts, (part) => part.toBill ?? 0);
  return {
    ...{ year, fee: formula.name, reference: scenario.scenarioId, scenario: scenario.adopted.seal },
    ...{ currency: formula.currency, cost, costs: used, from, to },
    packs: months.map(({ month, hash }) => ({ month, hash })),
    ...{ parts, actual, billed, ...(toBill !== 0 && { toBill }), amount: actual - billed - toBill },
  };
};

/** Returns the canonical text of a true-up: an approval names its SHA-256. */
export const trueUpText = (trueUp: TrueUp): string => canonicalJson(trueUp);

/** Returns its line in a member's statement, in the fee's own currency: a correction of dues, charged and taxed as they are. */
export const trueUpLine = (trueUp: TrueUp, part: TrueUpPart): Omit<StatementLine, 'mode'> => {
  const { year, fee, reference, scenario, cost, costs, packs, from, to } = trueUp;
  const { actual, billed, toBill, invoices } = part;
  return {
    ...{ lineId: `true-up-${year}-${fee}`, block: 'dues', title: 'dues-true-up', amount: part.amount },
    ...{ from: `${from}-01`, to: `${to}-${daysIn(to)}`, chargeClass: 'Correction' },
    evidence: {
      ...{ kind: 'true-up', year, fee, reference, scenario, cost, costs, packs, actual, billed, invoices },
      ...(toBill !== undefined && { toBill }),
    },
  };
};
