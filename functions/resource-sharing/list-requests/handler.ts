import { mapRows } from '../../../layers/data/cursor.ts';
import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { requesterRow, supplierRow } from '../../../layers/domain/resource-sharing/views.ts';
import { staffOf } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { membersOf } from '../who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingStores,
  async ({ actor, query: { memberId, side, after } }, { requests }) => {
    if (!membersOf(staffOf(actor).grants).includes(memberId)) {
      return refuse('other-member', 'You do not work for loans at this member.', '/query/memberId');
    }
    const wish = { limit: 50, after };
    const rows =
      side === 'requester'
        ? mapRows(await requests.ofRequester(memberId, wish), requesterRow)
        : mapRows(await requests.ofSupplier(memberId, wish), ({ request, ask }) => supplierRow(request, ask));
    if (rows === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
    const { rows: listed, next } = rows;
    return answer({ requests: listed, ...(next && { next }) });
  },
);
