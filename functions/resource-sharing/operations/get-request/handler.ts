import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { readDeps } from '../../deps.ts';
import { payerOf } from '../../domain/requests/request.ts';
import { viewOf } from '../../domain/requests/views.ts';
import { viewerRoleOf } from '../../use-cases/request-role.ts';
import { withTitle } from '../../use-cases/with-title.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, async ({ actor, path: { requestId }, now }, { requests, titles }) => {
  const request = (await requests.load(requestId))?.request;
  const viewer = request && viewerRoleOf(request, actor);
  const view = request && viewer && viewOf(request, viewer);
  if (!view) return refuse('unknown-request', 'There is no such request.');
  attributeUsage({ requester: payerOf(request) });
  return answer(await withTitle(titles, view, now));
});
