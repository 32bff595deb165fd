import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { evidenceOfActor } from '../../../../layers/platform/http/evidence.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { cachedFor } from '../../../../layers/platform/runtime/cached-for.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { kmsOwnKey } from '../../data/own-key.ts';
import { staffKeys } from '../../data/staff-keys.ts';
import { staffStore } from '../../data/staff-store.ts';
import { type Resolving, resolveActor } from '../../use-cases/resolve-actor.ts';
import { contract } from './contract.ts';

/** Roles are read again after this; the gateway keeps an answer as long once more, so a withdrawn role is gone within 60 s. */
const GRANTS_KEPT_MS = 30_000;

const compose = (runtime: Runtime): Resolving => {
  const staff = staffStore(openTable(runtime));
  return {
    issuer: runtime.environment.need('ISSUER'),
    userPoolId: runtime.environment.need('USER_POOL_ID'),
    ownKey: kmsOwnKey(runtime),
    staffKeys: staffKeys(runtime),
    grantsOf: cachedFor(GRANTS_KEPT_MS, async (staffId) => (await staff.get(staffId))?.staff.grants),
  };
};

type AuthorizerEvent = { headers?: Record<string, string | undefined> };

/** Passes on who calls, or why nobody does. It never denies. */
export const handler = work(contract, compose, async ({ headers = {} }: AuthorizerEvent, resolving, { now }) => {
  const resolved = await resolveActor(headers.authorization ?? headers.Authorization, now, resolving);
  const context: Record<string, string> = {};
  if (resolved && 'actor' in resolved) {
    attributeUsage(evidenceOfActor(resolved.actor));
    context.actor = JSON.stringify(resolved.actor);
  } else if (resolved) context.reason = resolved.reason;
  return { isAuthorized: true, context };
});
