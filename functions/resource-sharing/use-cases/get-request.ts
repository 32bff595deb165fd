import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { ReadDeps } from '../deps.ts';
import { payerOf } from '../domain/requests/request.ts';
import { viewOf } from '../domain/requests/views.ts';
import { viewerRoleOf } from './request-role.ts';
import { withTitle } from './with-title.ts';

type Input = { actor: Actor | undefined; requestId: string; now: number };

/** Returns a request as the actor may see it; to others it does not exist. `now` in epoch ms. */
export const getRequest = async (
  { requests, titles }: Pick<ReadDeps, 'requests' | 'titles'>,
  { actor, requestId, now }: Input,
) => {
  const request = (await requests.load(requestId))?.request;
  const viewer = request && viewerRoleOf(request, actor);
  const view = request && viewer && viewOf(request, viewer);
  if (!view) return refuse('unknown-request', 'There is no such request.');
  attributeUsage({ requester: payerOf(request) });
  return answer(await withTitle(titles, view, now));
};
