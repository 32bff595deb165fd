import { evidenceOfActor } from '../../../../layers/platform/http/evidence.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { authorizerDeps } from '../../deps.ts';
import { resolveActor } from '../../use-cases/resolve-actor.ts';
import { contract } from './contract.ts';

type AuthorizerEvent = { headers?: Record<string, string | undefined> };

/**
 * Passes on the caller, or why there is none, and whether CloudFront sent the request. It never denies: the gateway keeps an answer for
 * 30 seconds, but no error, so that a fault of the table, of KMS or of the secret's store ends for a caller when it ends.
 */
export const handler = work(contract, authorizerDeps, async ({ headers = {} }: AuthorizerEvent, deps, { now }) => {
  const [resolved, isFromCloudFront] = await Promise.all([
    resolveActor(headers.authorization ?? headers.Authorization, now, deps),
    deps.isOriginSecret(headers['x-concord-origin'], now),
  ]);
  const context: Record<string, string> = isFromCloudFront ? { origin: 'cloudfront' } : {};
  if (resolved && 'actor' in resolved) {
    attributeUsage(evidenceOfActor(resolved.actor));
    context.actor = JSON.stringify(resolved.actor);
  } else if (resolved) context.reason = resolved.reason;
  return { isAuthorized: true, context };
});
