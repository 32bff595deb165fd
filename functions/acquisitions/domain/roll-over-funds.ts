import { divideHalfEven } from '../../../layers/kernel/money/exact.ts';
import { type Encumbrance, encumberedAmounts, encumberedHeadroom } from './encumbrance.ts';
import { type Amounts, figuresOf, plus } from './figures.ts';
import { type Fund, levelsOf, newFund } from './fund.ts';
import { inTree } from './fund-view.ts';
import { changesOf, type FundChange, scopes } from './move-money.ts';
import type { CarryKind, FundRow, RollOverTerms } from './roll-over.ts';

/** The funds of a year by code. */
export type Funds = ReadonlyMap<string, Fund>;

/** Returns an amount changed by hundredths of a percent, rounded once, half to even, and never below 0. */
export const changedBy = (amount: number, percent: number): number =>
  Math.max(0, Number(divideHalfEven(BigInt(amount) * BigInt(10_000 + percent), 10_000n)));

/** Returns what a new year is allocated for what the old one was. */
export const copiedAllocation = (allocated: number, terms: Pick<RollOverTerms, 'allocation' | 'roundTo'>): number => {
  const { allocation, roundTo = 1 } = terms;
  if (allocation === undefined || allocated <= 0) return 0;
  const changed = changedBy(allocated, allocation);
  return changed - (changed % roundTo);
};

/** Returns what of the money of a fund is carried. Money that a fund lacks is not. */
const carriedOf = (amounts: Amounts, kind: CarryKind): number =>
  kind === 'none' ? 0 : Math.max(0, figuresOf(amounts)[kind]);

/** Returns the code of the fund that follows another one in the new year: the stated one, or that of the same code. */
export const successorOf = ({ funds }: Pick<RollOverTerms, 'funds'>, code: string): string =>
  funds.find(({ fund }) => fund === code)?.to ?? code;

/** Returns the funds of the new year with those that the roll-over makes, and the codes of these, the upper ones first. */
export const withMade = (terms: RollOverTerms, old: Funds, now: Funds): { funds: Map<string, Fund>; made: Fund[] } => {
  const funds = new Map(now);
  const made: Fund[] = [];
  if (!terms.makeFunds) return { funds, made };
  for (const fund of inTree([...old.values()])) {
    const { memberId, name, state, limits, parent, code } = fund;
    if (successorOf(terms, code) !== code || funds.has(code)) continue;
    const above = parent === undefined ? undefined : funds.get(successorOf(terms, parent));
    const stated = { name, state, limits, ...(above && { parent: above.code }) };
    const one = newFund({ memberId, year: terms.to, code }, stated, above);
    funds.set(code, one);
    made.push(one);
  }
  return { funds, made };
};

const isIdle = (funds: Funds, fund: Fund): boolean => levelsOf(funds, fund).some(({ state }) => state === 'inactive');

/** Returns the row of the report for a fund of the old year. */
export const fundRow = (terms: RollOverTerms, fund: Fund, funds: Funds, made: ReadonlySet<string>): FundRow => {
  const { own } = fund.amounts;
  const stated = terms.funds.find((one) => one.fund === fund.code);
  const [unspent, carried] = [figuresOf(own).cash, carriedOf(own, stated?.carry ?? terms.carry)];
  const copied = fund.state === 'inactive' ? 0 : copiedAllocation(figuresOf(own).allocated, terms);
  const next = funds.get(successorOf(terms, fund.code));
  const needsOne = fund.state !== 'inactive' || carried > 0 || own.encumbered > 0;
  const blocked = next
    ? carried + copied > 0 && isIdle(funds, next)
      ? ('successor-inactive' as const)
      : undefined
    : needsOne
      ? ('no-successor' as const)
      : undefined;
  return {
    ...{ kind: 'fund', fund: fund.code, ...(next && { to: next.code }) },
    ...{ unspent, carried, lapsed: unspent - carried, copied },
    ...(next && made.has(next.code) && next.code === fund.code && { isMade: true as const }),
    ...(blocked && { blocked }),
  };
};

/** Returns what an amount adds to a fund alone and to every level with those under it. */
export const postedTo = (funds: Funds, code: string, amount: number, kind: RollOverTerms['carryAs']): FundChange[] => {
  const fund = funds.get(code);
  return fund && amount > 0 ? changesOf({ kind, amount, to: levelsOf(funds, fund) }) : [];
};

/** Returns funds after changes of their money. */
export const withChanges = (funds: Map<string, Fund>, changes: readonly FundChange[]): void => {
  for (const { fund, amounts, headroom } of changes) {
    const before = funds.get(fund.code) ?? fund;
    const next = { ...before, amounts: { ...before.amounts }, headroom: { ...before.headroom } };
    for (const scope of scopes) {
      next.amounts[scope] = plus(before.amounts[scope], amounts[scope]);
      next.headroom[scope] = plusAll(before.headroom[scope], headroom[scope]);
    }
    funds.set(fund.code, next);
  }
};

const plusAll = <T extends Record<string, number>>(one: T, other: Partial<T>): T => {
  const sums: Record<string, number> = { ...one };
  for (const [name, sum] of Object.entries(other)) sums[name] = (sums[name] ?? 0) + (sum ?? 0);
  return sums as T;
};

/** Puts what an order takes into funds. */
export const encumber = (funds: Map<string, Fund>, encumbrances: readonly Encumbrance[]): void => {
  for (const { fund, own, whole } of encumbrances) {
    const before = funds.get(fund.code) ?? fund;
    const [add, left] = [encumberedAmounts, encumberedHeadroom];
    funds.set(fund.code, {
      ...before,
      amounts: { own: plus(before.amounts.own, add(own)), whole: plus(before.amounts.whole, add(whole)) },
      headroom: {
        own: plusAll(before.headroom.own, left(own)),
        whole: plusAll(before.headroom.whole, left(whole)),
      },
    });
  }
};

/** A movement of money of a roll-over: what a row copies, or what it carries. */
export type RowMove = { row: FundRow; act: 'copy' | 'carry'; amount: number };

/** Returns the movements of money of a roll-over, in the order in which they are made. */
export const movesOf = (rows: readonly FundRow[]): RowMove[] =>
  rows.flatMap((row) => [
    ...(row.copied > 0 ? [{ row, act: 'copy' as const, amount: row.copied }] : []),
    ...(row.carried > 0 ? [{ row, act: 'carry' as const, amount: row.carried }] : []),
  ]);

/** Returns the rows of the funds, and the funds of the new year with the money that the roll-over gives them. */
export const planFunds = (terms: RollOverTerms, old: Funds, now: Funds) => {
  const { funds, made } = withMade(terms, old, now);
  const codes = new Set(made.map(({ code }) => code));
  const rows = inTree([...old.values()])
    .map((fund) => fundRow(terms, fund, funds, codes))
    .toSorted((a, b) => (a.fund < b.fund ? -1 : 1));
  for (const { row, act, amount } of movesOf(rows))
    withChanges(funds, postedTo(funds, row.to ?? row.fund, amount, act === 'copy' ? 'allocation' : terms.carryAs));
  return { rows, funds, made };
};
