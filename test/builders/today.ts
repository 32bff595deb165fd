import { handler as showToday } from '../../functions/analytics/operations/show-today/handler.ts';
import type { Today } from '../../functions/analytics/schemas.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import { type Runtime, systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { call } from './call.ts';

/** Returns what a person's page Today shows at a branch; without one, at the consortium. `counts`: with whole lists. */
export const todayOf = async (
  actor: Actor,
  branch?: string,
  runtime: Runtime = systemRuntime(),
  counts?: 'all',
): Promise<Today> => {
  const query = { ...(branch !== undefined && { branch }), ...(counts && { counts }) };
  const { status, body } = await call(showToday.using(runtime), { actor, query });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Today;
};
