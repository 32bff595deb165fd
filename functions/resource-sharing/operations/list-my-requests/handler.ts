import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { readDeps } from '../../deps.ts';
import { listPatronRequests } from '../../use-cases/list-requests.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, async ({ actor, query: { after }, now }, deps) => {
  const page = await listPatronRequests(deps, { patronId: patronOf(actor).id, after }, now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ requests: page.rows, ...(page.next && { next: page.next }) });
});
