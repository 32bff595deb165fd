import type { MiddlewareObj } from '@middy/core';
import { actorOf } from '../actor.ts';
import { suffices } from '../assurance.ts';
import type { Exchange } from '../exchange.ts';
import { mayPractise } from '../may-practise.ts';
import { mayPermit, type Named, permits, textAt } from '../permission.ts';
import { type HttpAnswer, refusedBy } from '../problem.ts';

/**
 * Responds 401 before anything of the body is parsed: a caller without a valid token learns nothing about the schemas. Public operations
 * use the actor of a valid token and refuse an invalid one, so that no caller is treated as anonymous by mistake. The credentials of
 * external partners are no Concord tokens: their operations verify them.
 */
export const findActor = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: exchange }) => {
    if (exchange.contract.permission.every(({ who }) => who === 'partner')) return;
    const found = actorOf(exchange.event.requestContext.authorizer?.lambda);
    if (found && 'reason' in found) throw refusedBy(found.reason);
    if (found) exchange.actor = found.actor;
    else if (!exchange.contract.permission.some((permission) => permission.who === 'anyone'))
      throw refusedBy('not-signed-in');
    const { actor, contract } = exchange;
    if (actor?.kind === 'staff' && actor.practice && !mayPractise(contract)) throw refusedBy('not-in-practice');
  },
});

/**
 * Responds 403 before the body is read when the sign-in at a shared desk does not suffice, and when no body could make the request permitted:
 * whoever lacks the role, at the place in path or query where it is there, learns nothing about the schema of the body.
 */
export const requireRole = ({ contract, actor }: Exchange, named: Omit<Named, 'body'>): void => {
  if (!suffices(contract, actor)) throw refusedBy('full-sign-in-needed');
  if (!mayPermit(contract.permission, actor, { ...named, body: undefined })) throw refusedBy('not-permitted');
};

/**
 * Responds 403 when none of the contract's permissions holds at the place that the request names, and 400 when a patron names a patron: the
 * request would otherwise do something else than it says.
 */
export const requirePermission = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: exchange }) => {
    const named = exchange.parsed ?? { path: undefined, query: undefined, body: undefined };
    if (!permits(exchange.contract.permission, exchange.actor, named)) throw refusedBy('not-permitted');
    const { notForPatrons = [] } = exchange.contract;
    const wrong = notForPatrons.filter(
      (pointer) => exchange.actor?.kind === 'patron' && textAt(pointer, named) !== undefined,
    );
    if (wrong.length > 0) {
      const detail = 'Only staff say for whom: a patron asks for oneself.';
      const errors = wrong.map((pointer) => ({
        pointer: `/${pointer.replaceAll('.', '/')}`,
        code: 'not-for-patrons',
        detail,
      }));
      throw refusedBy('bad-input', undefined, errors);
    }
  },
});
