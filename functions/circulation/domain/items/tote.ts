import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Refusal } from '../decisions/decision.ts';

/** An item in a tote, as its label says. */
export type ToteItem = { itemId: string; barcode: string };

export const toteStates = ['packing', 'sent', 'received'] as const;

/**
 * A tote of the courier from one branch to another. `missing` and `unexpected` are what its receipt found; `settled` are the barcodes of
 * those that were looked after, and `settledAt` ends all.
 */
export type Tote = {
  toteId: string;
  from: string;
  to: string;
  state: (typeof toteStates)[number];
  items: ToteItem[];
  openedAt: string;
  sentAt?: string;
  receivedAt?: string;
  missing?: ToteItem[];
  unexpected?: string[];
  settled?: string[];
  settledAt?: string;
  v: number;
};

/** The reason why a tote refuses an act. */
export type ToteRefusal =
  | 'tote-wrong-state'
  | 'not-for-tote'
  | 'tote-full'
  | 'tote-empty'
  | 'tote-not-empty'
  | 'not-in-tote'
  | 'in-other-tote';
type Result = { tote: Tote } | { refused: Refusal<ToteRefusal>[] };

/** The most items of a tote: its row stays small, and its receipt is one read. */
export const MOST_ITEMS = 100;

const DAY_MS = 24 * 60 * 60_000;

const refused = (code: ToteRefusal, detail: string, pointer = ''): Extract<Result, { refused: unknown }> => ({
  refused: [{ code, detail, pointer }],
});

const changed = (tote: Tote, change: Partial<Tote>): Result => ({ tote: { ...tote, ...change, v: tote.v + 1 } });

/** Returns an empty tote. */
export const openTote = ({ at, ...tote }: Pick<Tote, 'toteId' | 'from' | 'to'> & { at: string }): Tote => ({
  ...tote,
  ...{ state: 'packing', items: [], openedAt: at, v: 1 },
});

const travelsTo = ({ state, transit }: ItemCirculation, to: string): boolean =>
  state === 'in-transit' && transit?.to === to;

/** Puts an item into a tote: only one that leaves this branch for that of the tote. An item that is in it already changes nothing. */
export const packItem = (tote: Tote, item: ItemCirculation): Result => {
  if (tote.state !== 'packing') return refused('tote-wrong-state', `The tote is ${tote.state}`, '/body/toteId');
  const { itemId, barcode, currentBranch } = item;
  if (tote.items.some((one) => one.itemId === itemId)) return { tote };
  if (!travelsTo(item, tote.to) || currentBranch !== tote.from)
    return refused('not-for-tote', `It is not on its way from here to ${tote.to}`, '/body/item');
  if (tote.items.length >= MOST_ITEMS) return refused('tote-full', `It has ${MOST_ITEMS} items`, '/body/item');
  return changed(tote, { items: [...tote.items, { itemId, barcode }] });
};

/** Takes an item out of a tote that is being packed, by its barcode or id. */
export const takeOutItem = (
  tote: Tote,
  scanned: string,
): { tote: Tote; itemId: string } | Extract<Result, { refused: unknown }> => {
  if (tote.state !== 'packing') return refused('tote-wrong-state', `The tote is ${tote.state}`, '/body/toteId');
  const found = tote.items.find(({ itemId, barcode }) => [itemId, barcode].includes(scanned));
  if (!found) return refused('not-in-tote', 'It is not in this tote', '/body/item');
  const { itemId } = found;
  return { tote: { ...tote, items: tote.items.filter((one) => one !== found), v: tote.v + 1 }, itemId };
};

/** Returns why a tote cannot be discarded: it is sent already, or something is in it. */
export const refuseDiscard = ({ state, items }: Tote): Extract<Result, { refused: unknown }> | undefined => {
  if (state !== 'packing') return refused('tote-wrong-state', `The tote is ${state}`, '/body/toteId');
  return items.length > 0 ? refused('tote-not-empty', 'Something is in it', '/body/toteId') : undefined;
};

/**
 * Returns whether an item that is scanned into a tote is still in another open one: that of the same branch, in which it was packed after it
 * was last sent on its way. Otherwise it has left the other tote without a scan.
 */
export const isStillIn = (other: Tote, { itemId, transit, currentBranch }: ItemCirculation): boolean => {
  if (other.state === 'received' || other.from !== currentBranch) return false;
  if (!other.items.some((one) => one.itemId === itemId)) return false;
  const left = other.sentAt;
  return left === undefined || transit?.sentAt === undefined || millis(transit.sentAt) <= millis(left);
};

/** Hands a tote to the courier. */
export const sendTote = (tote: Tote, at: string): Result => {
  if (tote.state !== 'packing') return refused('tote-wrong-state', `The tote is ${tote.state}`, '/body/toteId');
  if (tote.items.length === 0) return refused('tote-empty', 'Nothing is in it', '/body/toteId');
  return changed(tote, { state: 'sent', sentAt: at });
};

/** Returns the items of a tote that are still on their way to its branch. */
export const stillMissing = (tote: Pick<Tote, 'items' | 'to'>, items: readonly ItemCirculation[]): ToteItem[] => {
  const away = new Set(items.filter((item) => travelsTo(item, tote.to)).map(({ itemId }) => itemId));
  return tote.items.filter(({ itemId }) => away.has(itemId));
};

/**
 * Notes the receipt of a tote: what was checked in from it arrived, what still travels is missing. `unexpected` are scanned items that
 * were not in it. A tote that nobody scanned out is received as well.
 */
export const receiveTote = (
  tote: Tote,
  items: readonly ItemCirculation[],
  unexpected: readonly string[],
  at: string,
): Result => {
  if (tote.state === 'received') return refused('tote-wrong-state', 'The tote is received', '/body/toteId');
  const missing = stillMissing(tote, items);
  return changed(tote, {
    ...{ state: 'received', receivedAt: at },
    ...(missing.length > 0 && { missing }),
    ...(unexpected.length > 0 && { unexpected: [...unexpected] }),
  });
};

/** Ends one exception of a tote, the item of a barcode: it was looked after. The others stay; the last one ends them all. */
export const settleTote = (tote: Tote, barcode: string, at: string): Result => {
  const { missing = [], unexpected = [], settled = [], settledAt } = tote;
  const found = [...missing.map((item) => item.barcode), ...unexpected];
  if (settledAt !== undefined || !found.includes(barcode))
    return refused('tote-wrong-state', 'It has no such exception', '/body/barcode');
  const after = [...new Set([...settled, barcode])];
  const isLast = found.every((one) => after.includes(one));
  return changed(tote, { settled: after, ...(isLast && { settledAt: at }) });
};

/** How long a tote may take before it is an exception. */
const LATE_DAYS = 3;

/** An exception of the courier: a tote that is late, an item that was not in its tote, or one too many. */
export type ToteException = { toteId: string; from: string; to: string; since: string } & (
  | { kind: 'late' }
  | { kind: 'missing' | 'unexpected'; barcode: string }
);

/** Returns the exceptions of totes, the oldest first. `items` are those noted as missing, as read now: one that arrived is none any more. */
export const toteExceptions = (
  totes: readonly Tote[],
  items: readonly ItemCirculation[],
  at: string,
): ToteException[] =>
  totes
    .filter(({ settledAt }) => settledAt === undefined)
    .flatMap((tote): ToteException[] => {
      const { toteId, from, to, sentAt, receivedAt, missing = [], unexpected = [], settled = [] } = tote;
      const isOpen = ({ barcode }: { barcode: string }): boolean => !settled.includes(barcode);
      const where = { toteId, from, to };
      if (receivedAt !== undefined) {
        const away = stillMissing({ items: missing, to }, items);
        return [
          ...away.map(({ barcode }) => ({ ...where, since: receivedAt, kind: 'missing' as const, barcode })),
          ...unexpected.map((barcode) => ({ ...where, since: receivedAt, kind: 'unexpected' as const, barcode })),
        ].filter(isOpen);
      }
      const isLate = sentAt !== undefined && millis(at) - millis(sentAt) > LATE_DAYS * DAY_MS;
      return isLate ? [{ ...where, since: sentAt, kind: 'late' as const }] : [];
    })
    .toSorted((one, other) => millis(one.since) - millis(other.since));

/** How many days totes took between two branches: the median and the ninetieth percentile, in tenths of a day. */
export type CourierDays = { from: string; to: string; totes: number; median: number; p90: number };

const nearestRank = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10;

/** Returns the days that received totes took, by the pair of branches. */
export const courierDays = (totes: readonly Tote[]): CourierDays[] => {
  const pairs = Map.groupBy(
    totes.filter(({ sentAt, receivedAt }) => sentAt !== undefined && receivedAt !== undefined),
    ({ from, to }) => `${from} ${to}`,
  );
  return [...pairs].map(([pair, some]) => {
    const [from = '', to = ''] = pair.split(' ');
    const days = some
      .map(({ sentAt = '', receivedAt = '' }) => (millis(receivedAt) - millis(sentAt)) / DAY_MS)
      .toSorted((one, other) => one - other);
    return { from, to, totes: days.length, median: nearestRank(days, 0.5), p90: nearestRank(days, 0.9) };
  });
};
