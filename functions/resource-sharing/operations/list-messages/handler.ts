import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { messageLogDeps } from '../../deps.ts';
import { listMessages } from '../../use-cases/messages/list-messages.ts';
import { viewerRoleOf } from '../../use-cases/request-role.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, messageLogDeps, async ({ actor, path: { requestId }, query }, deps) => {
  const request = (await deps.requests.load(requestId))?.request;
  const viewer = request && viewerRoleOf(request, actor);
  if (!request || !viewer) return refuse('unknown-request', 'There is no such request.');
  const page = await listMessages(deps, { request, viewer, reader: staffOf(actor) }, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ messages: page.rows, ...(page.next && { next: page.next }) });
});
