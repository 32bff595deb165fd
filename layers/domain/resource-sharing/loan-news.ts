import * as z from 'zod';
import { type Hold, isOver } from '../circulation/hold.ts';
import type { ItemChange } from '../circulation/relay.ts';
import { isId } from '../identity/id.ts';
import { memberOfBranch } from '../identity/roles.ts';
import { isPartner } from './party.ts';

/** What the relay says: something happened to a copy that is on a loan between libraries, or, without a copy, a request is new; whose act it was. Ids only. */
export const loanNewsSchema = z.object({
  requestId: z.string().min(1),
  itemId: z.string().min(1).optional(),
  cause: z.string(),
});
export type LoanNews = z.infer<typeof loanNewsSchema>;

/** What of an item's record a request goes by: not its keys, uses, place on a shelf. */
const said = (item: ItemChange['before']): string => {
  if (item === undefined) return '';
  const { state, currentBranch, loan, hold, transit, request, aside } = item;
  const lent = loan && [loan.loanId, loan.lost, loan.recalledAt];
  return JSON.stringify([state, currentBranch, lent, hold?.holdId, transit, request, aside]);
};

/**
 * The news of an item's change for the loan requests that it is, or was, away for; none of other items, which are nearly all,
 * and none of changes that say nothing of its way.
 */
export const loanNewsOf = ({ before, after }: Pick<ItemChange, 'before' | 'after'>): LoanNews[] => {
  const requestIds = new Set([before?.request, after.request].flatMap((one) => one?.requestId ?? []));
  if (requestIds.size === 0 || said(before) === said(after)) return [];
  const cause = memberOfBranch(after.currentBranch);
  return [...requestIds].map((requestId) => ({ requestId, itemId: after.itemId, cause }));
};

/**
 * The news of a request's hold that has ended (not fetched, cancelled or fulfilled at a desk): its copy may stay where it is, and
 * the hold is forgotten after a month. None of other holds, and of those that go on.
 */
export const loanNewsOfHold = ({ before, after }: { before?: Hold | undefined; after: Hold }): LoanNews[] => {
  const { holdId: requestId, targetItemId: itemId, pickupBranch } = after;
  if (!isId('loan-request', requestId) || itemId === undefined || !isOver(after)) return [];
  if (before !== undefined && isOver(before)) return [];
  return [{ requestId, itemId, cause: memberOfBranch(pickupBranch) }];
};

const placed = z.object({ requestId: z.string(), requesterMember: z.string() });

/**
 * The news that a request of ours is new: its workflow is to run, also where whoever placed it died before starting it. None of
 * one that only changed, and of a partner's: the message that it came by is worked off until its workflow runs.
 */
export const loanNewsOfRequest = ({ before, after }: { before?: unknown; after?: unknown }): LoanNews[] => {
  if (before !== undefined) return [];
  const { requestId, requesterMember: cause } = placed.parse(after);
  return isPartner(cause) ? [] : [{ requestId, cause }];
};
