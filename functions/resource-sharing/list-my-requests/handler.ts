import { mapRows } from '../../../layers/data/cursor.ts';
import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { requesterRow } from '../../../layers/domain/resource-sharing/views.ts';
import { patronOf } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, sharingStores, async ({ actor, query: { after } }, { requests }) => {
  const rows = mapRows(await requests.ofPatron(patronOf(actor).id, { limit: 50, after }), requesterRow);
  if (rows === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const { rows: listed, next } = rows;
  return answer({ requests: listed, ...(next && { next }) });
});
