import { type Amounts, plus } from './figures.ts';
import type { Fund, Levels } from './fund.ts';
import { type Headroom, headroomChange, headroomOf } from './limits.ts';

/** An allocation comes from outside, goes back, or moves between funds; a transfer moves money and leaves allocations as they are. */
export const moveKinds = ['allocation', 'transfer'] as const;
export type MoveKind = (typeof moveKinds)[number];

/** A movement of money out of a fund or from outside, into a fund or back outside. `amount` is positive, in minor units. */
export type Move = { kind: MoveKind; amount: number; from?: Levels | undefined; to?: Levels | undefined };

/** To what an amount belongs: to a fund alone, or to it with the funds under it. */
export const scopes = ['own', 'whole'] as const;
type Scope = (typeof scopes)[number];

/** What a movement adds to one fund: to its amounts and to what its limits allow. */
export type FundChange = { fund: Fund; amounts: Record<Scope, Partial<Amounts>>; headroom: Record<Scope, Headroom> };

const none = { own: {}, whole: {} };

const isFirst = ({ amounts: { own } }: Fund): boolean =>
  own.initial === 0 && own.allocatedIn === 0 && own.allocatedOut === 0;

const added = ({ kind, amount, from }: Move, fund: Fund): Partial<Amounts> => {
  if (kind === 'transfer') return { transfers: amount };
  return from === undefined && isFirst(fund) ? { initial: amount } : { allocatedIn: amount };
};

const taken = ({ kind, amount }: Move): Partial<Amounts> =>
  kind === 'transfer' ? { transfers: -amount } : { allocatedOut: amount };

const changeOf = (fund: Fund, amounts: FundChange['amounts']): FundChange => {
  const change = (scope: Scope): Headroom => {
    const before = fund.amounts[scope];
    return headroomChange(headroomOf(before, fund.limits), headroomOf(plus(before, amounts[scope]), fund.limits));
  };
  return { fund, amounts, headroom: { own: change('own'), whole: change('whole') } };
};

/** Adds amounts to a fund alone, and at every level to the fund with those under it. */
const spread = (changes: Map<string, FundChange>, levels: Levels, amounts: Partial<Amounts>): void => {
  for (const [at, fund] of levels.entries()) {
    const before = changes.get(fund.code)?.amounts ?? none;
    const own = at === 0 ? plus<Partial<Amounts>>(before.own, amounts) : before.own;
    changes.set(fund.code, changeOf(fund, { own, whole: plus<Partial<Amounts>>(before.whole, amounts) }));
  }
};

/** Returns what amounts add to a fund alone, and at every level to the fund with those under it. */
export const changesBy = (levels: Levels, amounts: Partial<Amounts>): FundChange[] => {
  const changes = new Map<string, FundChange>();
  spread(changes, levels, amounts);
  return [...changes.values()];
};

const isZero = ({ amounts }: FundChange): boolean =>
  scopes.every((scope) => Object.values(amounts[scope]).every((sum) => sum === 0));

/** Returns what a movement adds to each fund, those that lose first. A fund above both sides of a transfer has no change. */
export const changesOf = (move: Move): FundChange[] => {
  const changes = new Map<string, FundChange>();
  if (move.from) spread(changes, move.from, taken(move));
  if (move.to) spread(changes, move.to, added(move, move.to[0]));
  return [...changes.values()].filter((change) => !isZero(change));
};

const tested = ['available', 'toOrder', 'toInvoice'] as const;
type Need = { scope: Scope; name: (typeof tested)[number]; least: number };

/**
 * Returns what a change needs: money leaves a fund only while it is available there and at every level above that loses it, and while what
 * is used stays within the limits.
 */
export const needsOf = ({ headroom }: Pick<FundChange, 'headroom'>): Need[] =>
  scopes.flatMap((scope) =>
    tested.flatMap((name) => (headroom[scope][name] < 0 ? [{ scope, name, least: -headroom[scope][name] }] : [])),
  );

/** Returns the most that may leave a fund: what is available, or what a limit below 100 % leaves of it. */
const mostMovable = (fund: Fund, { scope, name }: Need): number => {
  const headroom = fund.headroom[scope];
  const limit = name === 'toInvoice' ? fund.limits.expenditure : fund.limits.encumbrance;
  if (name === 'available' || limit === 'unlimited' || limit === 0) return Math.max(0, headroom.available);
  const used = (name === 'toInvoice' ? headroom.invoiceCeiling : headroom.orderCeiling) - headroom[name];
  return Math.max(0, Math.min(headroom.available, headroom.funding - Math.ceil((used * 100) / limit)));
};

/**
 * Returns the fund that allows least of a movement, with the most that may leave it, which all other funds allow too; undefined when the
 * movement may be made.
 */
export const shortOf = (move: Move): { fund: Fund; scope: Scope; most: number } | undefined => {
  const needs = changesOf(move).flatMap((change) => needsOf(change).map((need) => ({ fund: change.fund, need })));
  const isShort = needs.some(({ fund, need: { scope, name, least } }) => fund.headroom[scope][name] < least);
  if (!isShort) return undefined;
  return needs
    .map(({ fund, need }) => ({ fund, scope: need.scope, most: mostMovable(fund, need) }))
    .reduce((least, one) => (one.most < least.most ? one : least));
};
