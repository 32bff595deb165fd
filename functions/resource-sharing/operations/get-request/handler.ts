import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { payerOf } from '../../domain/requests/request.ts';
import { viewOf } from '../../domain/requests/views.ts';
import { reading } from '../../use-cases/reading.ts';
import { titled } from '../../use-cases/titled.ts';
import { viewerRoleOf } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, reading, async ({ actor, path: { requestId }, now }, { requests, titles }) => {
  const request = (await requests.load(requestId))?.request;
  const viewer = request && viewerRoleOf(request, actor);
  const view = request && viewer && viewOf(request, viewer);
  if (!view) return refuse('unknown-request', 'There is no such request.');
  attributeUsage({ requester: payerOf(request) });
  return answer(await titled(titles, view, now));
});
