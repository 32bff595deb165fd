import { isId } from '../../../layers/kernel/identity/id.ts';
import type { Format } from '../../../layers/protocols/marc/format.ts';
import type { HoldState } from './hold-states.ts';
import { holdStates } from './hold-states.ts';

/** The lender's terms for a copy that it lent for a hold: the due date, and the conditions (ISO 18626 loanCondition, verbatim). */
export type Agreed = { due?: string; conditions?: string[] };

/** A hold on a record. `recordId` is the record on which it was placed; its queue follows the union record. Times are ISO 8601 UTC. */
export type Hold = {
  holdId: string;
  recordId: string;
  /** Only for a hold on one specific copy. */
  itemId?: string;
  /** Only for a hold on one volume or part, as its copies name it (C31). */
  part?: string;
  /** For a hold on any edition of the work: the union records that match, including this one (C32). */
  editions?: string[];
  /** The accepted formats of an edition, all when empty; and when the editions of the work were last looked up. */
  formats?: Format[];
  editionsAt?: string;
  patronId: string;
  patronMember: string;
  patronCategory: string;
  patronResidence?: string;
  pickupBranch: string;
  placedAt: string;
  /** Its time in the queue, when staff moved it or it was restored; otherwise `placedAt`. */
  queuedAt?: string;
  /** Not needed after this time: the end of a day at the pickup branch. */
  neededUntil?: string;
  /** The start and end of a suspension; without an end until it is resumed (C64). */
  suspended?: { from: string; until?: string };
  /** Since when no copy in the consortium could ever fill it, at the last check (C32). */
  hopelessSince?: string;
  /** Lower comes first; 0 unless staff moved it. */
  priority: number;
  state: HoldState;
  targetItemId?: string;
  /** When its copy was paged. */
  targetedAt?: string;
  /** When to check it again: its page times out, or a branch that was skipped opens. While it waits. */
  lookAt?: string;
  shelfExpiresAt?: string;
  /** The terms of its copy, for an interlibrary loan. */
  agreed?: Agreed;
  /** The copy on loan that was recalled for it (C70). */
  recalledItemId?: string;
  /** The Idempotency-Key of the request that placed it, with what its response cannot derive from the hold later. */
  placedWith?: string;
  /** The reason and time of its end. */
  ended?: { at: string; cause: string };
  v: number;
};

/** Returns whether a hold has ended in any way. */
export const isOver = (hold: Hold): boolean => holdStates.final.includes(hold.state);

/**
 * Returns whether this hold belongs to a consortium loan: the owner has agreed to lend this copy, so rules against it do not apply. It has
 * the id of the loan request that created it.
 */
export const isAgreed = (hold: Pick<Hold, 'holdId'> | undefined): boolean =>
  hold !== undefined && isId('loan-request', hold.holdId);

/**
 * Returns whether a copy is set aside for this hold. A claim on an item whose hold ended, or found another copy, is stale and has no
 * effect.
 */
export const claims = (hold: Hold | undefined, itemId: string): hold is Hold =>
  hold !== undefined && hold.targetItemId === itemId && ['targeted', 'in-transit', 'on-shelf'].includes(hold.state);
