import { type Actor, staffOf } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ReadDeps } from '../deps.ts';
import { membersOf } from '../domain/requests/members-of-staff.ts';
import { listRequests, listRequestsFor } from './list-requests.ts';

type Query = Parameters<typeof listRequests>[1] & { barcode?: string | undefined };

/**
 * Lists a page of a member's open requests for its interlibrary loan staff or, with a barcode, the requests of others that the item
 * answers. `now` in epoch ms.
 */
export const listMemberRequests = async (deps: ReadDeps, actor: Actor | undefined, query: Query, now: number) => {
  const { memberId, barcode } = query;
  if (!membersOf(staffOf(actor).grants).includes(memberId))
    return refuse('other-member', 'You do not work for loans at this member.', '/query/memberId');
  if (barcode !== undefined) {
    const requests = await listRequestsFor(deps, { memberId, barcode }, now);
    return requests ? answer({ requests }) : refuse('unknown-item', 'No item here has this barcode.', '/query/barcode');
  }
  const page = await listRequests(deps, query, now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ requests: page.rows, ...(page.next && { next: page.next }) });
};
