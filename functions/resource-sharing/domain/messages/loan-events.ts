import * as z from 'zod';
import { isId } from '../../../../layers/kernel/identity/id.ts';
import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ItemChange } from '../../../circulation/public/relay.ts';
import { type Hold, isOver } from '../../../items/public/hold.ts';

/**
 * What the relay says: something happened to a copy that is on a loan between libraries; or, without a copy, a request is new, or
 * (`v`, its counter then) has changed in what its workflow goes by; whose act it was. Ids only.
 */
export const loanEventSchema = z.object({
  requestId: z.string().min(1),
  itemId: z.string().min(1).optional(),
  v: z.int().optional(),
  cause: z.string(),
});
export type LoanEvent = z.infer<typeof loanEventSchema>;

/** What of an item's record a request goes by: not its keys, uses, place on a shelf. */
const relevantState = (item: ItemChange['before']): string => {
  if (item === undefined) return '';
  const { state, currentBranch, loan, hold, transit, request, aside } = item;
  const lent = loan && [loan.loanId, loan.lost, loan.recalledAt];
  return JSON.stringify([state, currentBranch, lent, hold?.holdId, transit, request, aside]);
};

/**
 * The news of an item's change for the loan requests that it is, or was, away for; none of other items, which are nearly all,
 * and none of changes that say nothing of its way.
 */
export const loanEventsOfItem = ({ before, after }: Pick<ItemChange, 'before' | 'after'>): LoanEvent[] => {
  const requestIds = new Set([before?.request, after.request].flatMap((one) => one?.requestId ?? []));
  if (requestIds.size === 0 || relevantState(before) === relevantState(after)) return [];
  const cause = memberOfBranch(after.currentBranch);
  return [...requestIds].map((requestId) => ({ requestId, itemId: after.itemId, cause }));
};

/**
 * The news of a request's hold that has ended (not fetched, cancelled or fulfilled at a desk): its copy may stay where it is, and
 * the hold is forgotten after a month. None of other holds, and of those that go on.
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

/** Whose act a change of a request was: our requester's, else that of the one of us who is asked. */
const causeOf = ({ requesterMember, facts }: Head): string | undefined =>
  isPartner(requesterMember)
    ? facts.findLast(({ supplierMember }) => supplierMember !== undefined && !isPartner(supplierMember))?.supplierMember
    : requesterMember;

/** What of a request its workflow goes by: where it stands, and what runs out when. */
const goesBy = ({ state, timers }: Head): string => JSON.stringify([state, timers]);

/**
 * The news of a request for its workflow, also where whoever placed or changed it died before saying so: a new one of ours is to
 * run (a partner's does by the message that it came by, which is worked off until then), and one that stands or waits otherwise
 * than before is to hear of it.
 */
export const loanEventsOfRequest = ({ before, after }: { before?: unknown; after?: unknown }): LoanEvent[] => {
  const now = headOf.parse(after);
  const { requestId, requesterMember, v } = now;
  if (before === undefined) return isPartner(requesterMember) ? [] : [{ requestId, cause: requesterMember }];
  const cause = causeOf(now);
  return cause === undefined || goesBy(headOf.parse(before)) === goesBy(now) ? [] : [{ requestId, v, cause }];
};
