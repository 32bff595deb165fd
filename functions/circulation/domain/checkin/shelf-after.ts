import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { RecordChange } from '../decisions/decision.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import { rankHolds } from '../holds/best-hold.ts';
import { shelfExpiryOf } from '../holds/shelf-expiry.ts';
import { pagedHold } from '../holds/target-hold.ts';

/** The other holds that wait for a copy on a hold shelf, and the policies for passing it on. */
export type Shelf = {
  queue: readonly Hold[];
  policies: CirculationPolicies;
  /** The ids of holds whose patron has a block that prevents the capture of a copy for them (C27). */
  stopped?: ReadonlySet<string>;
  /** The calendar of the branch where the copy is. */
  calendar: BranchCalendar;
};

/** The copy for its next hold, that hold, and the copy that was paged for it until now. */
export type GivenOn = {
  item: ItemCirculation;
  hold: RecordChange<Hold>;
  release?: { itemId: string; holdId: string };
};

const reservedFor = (
  item: ItemCirculation,
  { holdId, patronId, pickupBranch, shelfExpiresAt }: Hold,
): ItemCirculation => ({
  ...item,
  hold: { holdId, patronId, pickupBranch, ...(shelfExpiresAt !== undefined && { shelfExpiresAt }) },
  v: item.v + 1,
});

/**
 * Decides about a copy on a hold shelf after its hold ends: the best other hold that it can fill takes it, with a new expiry when the
 * pickup branch is here, otherwise as a target, so that the desk sends it (C58). Undefined when no hold waits for it.
 */
export const shelfAfter = (ended: Hold, item: ItemCirculation, shelf: Shelf, at: string): GivenOn | undefined => {
  const { policies, calendar, stopped } = shelf;
  const others = shelf.queue.filter(({ holdId }) => holdId !== ended.holdId);
  const [best] = rankHolds({ item, branchId: item.currentBranch, at, policies, ...(stopped && { stopped }) }, others);
  if (best === undefined) return undefined;
  const { hold } = best;
  const paged = hold.targetItemId;
  const release = paged === undefined ? {} : { release: { itemId: paged, holdId: hold.holdId } };
  if (hold.pickupBranch !== item.currentBranch) {
    const after = pagedHold(hold, item.itemId, policies, at);
    return { item: reservedFor(item, after), hold: { after, expect: hold.v }, ...release };
  }
  const { targetedAt: _at, lookAt: _look, ...rest } = hold;
  const shelfExpiresAt = shelfExpiryOf({ policies, item, hold, calendar, at });
  const after: Hold = { ...rest, state: 'on-shelf', targetItemId: item.itemId, shelfExpiresAt, v: hold.v + 1 };
  return { item: reservedFor(item, after), hold: { after, expect: hold.v }, ...release };
};
