import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { readDeps } from '../../deps.ts';
import { membersOf } from '../../domain/requests/members-of-staff.ts';
import { listRequests, listRequestsFor } from '../../use-cases/list-requests.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, async ({ actor, query, now }, deps) => {
  if (!membersOf(staffOf(actor).grants).includes(query.memberId)) {
    return refuse('other-member', 'You do not work for loans at this member.', '/query/memberId');
  }
  const { memberId, barcode } = query;
  if (barcode !== undefined) {
    const requests = await listRequestsFor(deps, { memberId, barcode }, now);
    return requests ? answer({ requests }) : refuse('unknown-item', 'No item here has this barcode.', '/query/barcode');
  }
  const page = await listRequests(deps, query, now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ requests: page.rows, ...(page.next && { next: page.next }) });
});
