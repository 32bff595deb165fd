import { isId } from '../../../layers/kernel/identity/id.ts';
import type { Format } from '../../../layers/protocols/marc/format.ts';
import type { HoldState } from './hold-states.ts';
import { holdStates } from './hold-states.ts';

/**
 * What the lender said with the copy that it lent for a hold: until when, and under which conditions (ISO 18626
 * loanCondition, as it wrote them).
 */
export type Agreed = { due?: string; conditions?: string[] };

/** A hold on a record. `recordId` is the record that it was placed on; its queue follows the union record. Instants ISO 8601 UTC. */
export type Hold = {
  holdId: string;
  recordId: string;
  /** Only when one copy and no other is wanted. */
  itemId?: string;
  /** Only when one volume or part is wanted, as its copies name it (C31). */
  part?: string;
  /** When any edition of the work will do: the union records that fit, this one among them (C32). */
  editions?: string[];
  /** Of which formats an edition may be, all when none is named; and when the editions of the work were last looked up. */
  formats?: Format[];
  editionsAt?: string;
  patronId: string;
  patronMember: string;
  patronCategory: string;
  pickupBranch: string;
  placedAt: string;
  /** The time by which it queues, where staff moved it or it was restored: else `placedAt`. */
  queuedAt?: string;
  /** Not needed after this instant: the end of a day at the pickup branch. */
  neededUntil?: string;
  /** When it is passed over, from and until; without an end until it is resumed (C64). */
  suspended?: { from: string; until?: string };
  /** Since when no copy in the consortium could ever fill it, as last looked at (C32). */
  hopelessSince?: string;
  /** Lower comes first; 0 unless staff moved it. */
  priority: number;
  state: HoldState;
  targetItemId?: string;
  /** When its copy was paged. */
  targetedAt?: string;
  /** When to look at it again: its page times out, or a branch passed over opens. While it waits. */
  lookAt?: string;
  shelfExpiresAt?: string;
  /** On what terms its copy came, when that is lent between libraries. */
  agreed?: Agreed;
  /** The lent copy that was recalled for it (C70). */
  recalledItemId?: string;
  /** Why and when it ended. */
  ended?: { at: string; cause: string };
  v: number;
};

/** Whether a hold has ended, however. */
export const isOver = (hold: Hold): boolean => holdStates.final.includes(hold.state);

/**
 * Whether this hold stands for a consortium loan: its owner has agreed to lend this copy, so rules against it are settled.
 * It bears the id of the loan request, which made it.
 */
export const isAgreed = (hold: Pick<Hold, 'holdId'> | undefined): boolean =>
  hold !== undefined && isId('loan-request', hold.holdId);

/** Whether a copy is set aside for this hold. A claim on an item whose hold ended, or found another copy, is stale and binds nobody. */
export const claims = (hold: Hold | undefined, itemId: string): hold is Hold =>
  hold !== undefined && hold.targetItemId === itemId && ['targeted', 'in-transit', 'on-shelf'].includes(hold.state);
