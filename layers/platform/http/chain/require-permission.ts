import type { MiddlewareObj } from '@middy/core';
import { actorOf } from '../actor.ts';
import type { Exchange } from '../exchange.ts';
import { permits } from '../permission.ts';
import { type HttpAnswer, refusedBy } from '../problem.ts';

/**
 * Answers 401 before anything of the body is looked at: a caller without a valid token learns nothing of the schemas.
 * Public operations take the actor when a good token came and refuse a bad one, so that nobody is silently anonymous.
 * What partners outside show is no token of ours: their operations judge it themselves.
 */
export const findActor = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: exchange }) => {
    if (exchange.contract.permission.every(({ who }) => who === 'partner')) return;
    const found = actorOf(exchange.event.requestContext.authorizer?.lambda);
    if (found && 'reason' in found) throw refusedBy(found.reason);
    if (found) exchange.actor = found.actor;
    else if (!exchange.contract.permission.some((permission) => permission.who === 'anyone'))
      throw refusedBy('not-signed-in');
  },
});

/** Answers 403 when none of the contract's permissions holds at the place that the request names. */
export const requirePermission = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: exchange }) => {
    const named = exchange.parsed ?? { path: undefined, query: undefined, body: undefined };
    if (!permits(exchange.contract.permission, exchange.actor, named)) throw refusedBy('not-permitted');
  },
});
