import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { mapRows } from '../../../../layers/platform/dynamodb/cursor.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { loanRequestStore } from '../../data/loan-request-store.ts';
import { partnerMessageStore } from '../../data/partner-message-store.ts';
import { messageView } from '../../use-cases/messages/message-view.ts';
import { viewerRoleOf } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { requests: loanRequestStore(table), mail: partnerMessageStore(table) };
  },
  async ({ actor, path: { requestId }, query }, { requests, mail }) => {
    const stored = await requests.load(requestId);
    const viewer = stored && viewerRoleOf(stored.request, actor);
    if (!stored || !viewer) return refuse('unknown-request', 'There is no such request.');
    // A member that was asked before a partner was has no part in what was said to the partner.
    const speaks = viewer.as === 'requester' || isPartner(stored.request.requesterMember);
    if (!speaks) return answer({ messages: [] });
    const isIll = staffOf(actor).grants.some(({ role }) => role === 'ill');
    const page = mapRows(await mail.ofRequest(requestId, query), (row) => messageView(row, isIll));
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
    return answer({ messages: page.rows, ...(page.next && { next: page.next }) });
  },
);
