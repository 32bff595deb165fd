import * as z from 'zod';
import { isId } from '../../../../layers/kernel/identity/id.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemChange } from '../../../circulation/public/relay.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';

/**
 * An event of the relay: a copy on an interlibrary loan has changed; or, without a copy, a request is new, or (`v`, its
 * version then) has changed in what its workflow depends on. `cause` is the member that caused it. Ids only.
 */
export const loanEventSchema = z.object({
  requestId: z.string().min(1),
  itemId: z.string().min(1).optional(),
  v: z.int().optional(),
  cause: z.string(),
});
export type LoanEvent = z.infer<typeof loanEventSchema>;

/** The fields of an item that a request depends on: not its keys, uses or shelf. */
const relevantState = (item: ItemChange['before']): string => {
  if (item === undefined) return '';
  const { state, currentBranch, loan, hold, transit, request, aside } = item;
  const lent = loan && [loan.loanId, loan.lost, loan.recalledAt];
  return JSON.stringify([state, currentBranch, lent, hold?.holdId, transit, request, aside]);
};

/**
 * Returns the events of an item's change for the requests that it is, or was, away for; none for other items, which are
 * nearly all, and for changes without a move.
 */
export const loanEventsOfItem = ({ before, after }: Pick<ItemChange, 'before' | 'after'>): LoanEvent[] => {
  const requestIds = new Set([before?.request, after.request].flatMap((one) => one?.requestId ?? []));
  if (requestIds.size === 0 || relevantState(before) === relevantState(after)) return [];
  const cause = memberOfBranch(after.currentBranch);
  return [...requestIds].map((requestId) => ({ requestId, itemId: after.itemId, cause }));
};

/**
 * Returns the events of a request's hold that has ended (expired, cancelled or fulfilled at a desk): its copy may stay
 * where it is, and the hold is deleted after a month. None for other holds, and for open ones.
 */
export const loanEventsOfHold = ({ before, after }: { before?: Hold | undefined; after: Hold }): LoanEvent[] => {
  const { holdId: requestId, targetItemId: itemId, pickupBranch } = after;
  if (!isId('loan-request', requestId) || itemId === undefined || !isOver(after)) return [];
  if (before !== undefined && isOver(before)) return [];
  return [{ requestId, itemId, cause: memberOfBranch(pickupBranch) }];
};

const headOf = z.object({
  ...{ requestId: z.string(), requesterMember: z.string(), v: z.number().default(1), state: z.string().optional() },
  timers: z.unknown().optional(),
  facts: z.array(z.object({ supplierMember: z.string().optional() })).default([]),
});
type Head = z.output<typeof headOf>;

/** Finds the member that caused a change of a request: our requester, else the member that is asked. */
const causeOf = ({ requesterMember, facts }: Head): string | undefined =>
  isPartner(requesterMember)
    ? facts.findLast(({ supplierMember }) => supplierMember !== undefined && !isPartner(supplierMember))?.supplierMember
    : requesterMember;

/** The fields of a request that its workflow depends on: its state and its timers. */
const goesBy = ({ state, timers }: Head): string => JSON.stringify([state, timers]);

/**
 * Returns the events of a request for its workflow, also when the process that placed or changed it died before it
 * notified the workflow. A new request of ours starts a workflow (a partner's is started by its message, which is
 * processed until then); a changed state or timer wakes it.
 */
export const loanEventsOfRequest = ({ before, after }: { before?: unknown; after?: unknown }): LoanEvent[] => {
  const now = headOf.parse(after);
  const { requestId, requesterMember, v } = now;
  if (before === undefined) return isPartner(requesterMember) ? [] : [{ requestId, cause: requesterMember }];
  const cause = causeOf(now);
  return cause === undefined || goesBy(headOf.parse(before)) === goesBy(now) ? [] : [{ requestId, v, cause }];
};
