import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { decodeFacts } from '../../../items/public/decode-facts.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { hasPlace } from '../holds/hold-queue.ts';
import { mayBecomeAvailable } from '../items/copies.ts';

/** A fact with an id that is stable over repeated deliveries of the stream. */
export type RelayedFact = { id: string; fact: Fact; recordId?: string };

/** A change of an item's record, before and after, with the facts stored in the same write. */
export type ItemChange = {
  before?: ItemCirculation | undefined;
  after: ItemCirculation;
  encodedFacts?: string | undefined;
};
/** A change of a hold. */
export type HoldChange = { before?: Hold | undefined; after: Hold; encodedFacts?: string | undefined };

/** Returns the facts of an item's change; none for a record rewritten with the same version. */
export const factsOfItem = ({ before, after, encodedFacts }: ItemChange): RelayedFact[] => {
  if (encodedFacts === undefined || before?.v === after.v) return [];
  return decodeFacts(encodedFacts, before, after).map((fact, place) => ({
    id: `${after.itemId}:${after.v}:${place}`,
    fact,
    ...(after.recordId !== undefined && { recordId: after.recordId }),
  }));
};

/** Marks a hold that was loaded from an old system. */
export const HOLD_LOADED = 'hold-loaded';

const holdFacts = ({ before, after, encodedFacts }: HoldChange): Fact[] => {
  const { holdId, patronId, placedAt, pickupBranch: branchId, patronMember: patron, targetItemId } = after;
  const names = encodedFacts?.split('\n') ?? [];
  const about = { members: { patron }, holdId, patronId, branchId };
  if (before === undefined) {
    // A hold loaded from an old system was placed long ago: it sends no notice and is not counted.
    if (names.includes(HOLD_LOADED)) return [];
    return ['placed', 'frozen'].includes(after.state) ? [{ name: 'hold-placed', at: placedAt, ...about }] : [];
  }
  if (before.v === after.v || after.ended === undefined || !names.includes('hold-ended')) return [];
  const { at, cause: reason } = after.ended;
  const ended: Fact = { name: 'hold-ended', at, ...about, detail: { cause: after.state, reason } };
  if (!names.includes('shelf-to-clear') || targetItemId === undefined) return [ended];
  const desk = memberOfBranch(branchId);
  return [ended, { name: 'shelf-to-clear', at, members: { desk }, itemId: targetItemId, branchId }];
};

/** Returns the facts of a hold that changed alone; when an item changed with it, the facts are stored with the item. */
export const factsOfHold = (change: HoldChange): RelayedFact[] => {
  const { holdId, v, recordId } = change.after;
  return holdFacts(change).map((fact, place) => ({ id: `${holdId}:${v}:${place}`, fact, recordId }));
};

/**
 * A record whose copies and holds must be matched, and the member that caused it; optionally with a copy that is paged for a hold which
 * no longer wants it. `only` when its queue must be counted again and nothing else; with `copies`, its copies as well.
 */
export type HoldWork = {
  recordId: string;
  cause: string;
  left?: { itemId: string; holdId: string };
  only?: 'counters' | 'copies';
};

/** Returns whether a hold joined or left its queue, or got another place in it. */
const isRequeued = (before: Hold | undefined, after: Hold): boolean => {
  const [had, has] = [before !== undefined && hasPlace(before), hasPlace(after)];
  return had !== has || (has && (before?.priority !== after.priority || before.queuedAt !== after.queuedAt));
};

/**
 * Returns the work for a hold that waits for a copy again (placed, or its copy was given away or released), that left its paged copy, or
 * that joined or left the queue, whose counters change then. With a hold that leaves with its paged copy, the copy is no longer free.
 */
export const workOfHold = ({ before, after }: HoldChange): HoldWork[] => {
  const { recordId, holdId, patronMember: cause } = after;
  const itemId = before?.state === 'targeted' ? before.targetItemId : undefined;
  if (itemId !== undefined && itemId !== after.targetItemId) return [{ recordId, cause, left: { itemId, holdId } }];
  if (after.state === 'placed' && before?.state !== 'placed') return [{ recordId, cause }];
  if (!isRequeued(before, after)) return [];
  return [{ recordId, cause, only: itemId === undefined ? 'counters' : 'copies' }];
};

/**
 * Returns the work for a copy that returned to its shelf without a check-in, which would have searched the queue itself; and for one
 * that is gone, since waiting holds may have no other (C32).
 */
export const workOfItem = ({ before, after, encodedFacts = '' }: ItemChange): HoldWork[] => {
  const isBackOnShelf = before !== undefined && before.state !== 'available' && after.state === 'available';
  const gone = before !== undefined && mayBecomeAvailable(before) && !mayBecomeAvailable(after);
  if (!(isBackOnShelf && !encodedFacts.includes('item-checked-in')) && !gone) return [];
  if (after.recordId === undefined) return [];
  return [{ recordId: after.recordId, cause: after.memberId }];
};
