import { kmsOwnKey } from '../../../layers/data/own-key.ts';
import { staffKeys } from '../../../layers/data/staff-keys.ts';
import { staffStore } from '../../../layers/data/staff-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { type Resolving, resolveActor } from '../../../layers/http/resolve-actor.ts';
import { kept } from '../../../layers/runtime/kept.ts';
import { type Runtime, systemRuntime } from '../../../layers/runtime/runtime.ts';

/** Roles are read again after this; the gateway keeps an answer as long once more, so a withdrawn role is gone within 60 s. */
const GRANTS_KEPT_MS = 30_000;

const compose = (runtime: Runtime): Resolving => {
  const staff = staffStore(openTable(runtime));
  return {
    issuer: runtime.environment.need('ISSUER'),
    userPoolId: runtime.environment.need('USER_POOL_ID'),
    ownKey: kmsOwnKey(runtime),
    staffKeys: staffKeys(runtime),
    grantsOf: kept(GRANTS_KEPT_MS, async (staffId) => (await staff.get(staffId))?.staff.grants),
  };
};

type AuthorizerEvent = { headers?: Record<string, string | undefined> };

/** The authorizer on a runtime: passes on who calls, or why nobody does. It never denies. */
export const authorizerOn = (runtimeOf: () => Runtime) => {
  let composed: { runtime: Runtime; resolving: Resolving } | undefined;
  return async ({
    headers = {},
  }: AuthorizerEvent): Promise<{ isAuthorized: true; context: Record<string, string> }> => {
    if (!composed) {
      const runtime = runtimeOf();
      composed = { runtime, resolving: compose(runtime) };
    }
    const authorization = headers.authorization ?? headers.Authorization;
    const resolved = await resolveActor(authorization, composed.runtime.clock.now(), composed.resolving);
    if (resolved === undefined) return { isAuthorized: true, context: {} };
    const context = 'actor' in resolved ? { actor: JSON.stringify(resolved.actor) } : { reason: resolved.reason };
    return { isAuthorized: true, context };
  };
};

export const handler = authorizerOn(systemRuntime);
