import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { Exchange } from '../exchange.ts';
import { type HttpAnswer, refusedBy } from '../problem.ts';

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** A shorter value is none: before the first rotation there is no previous one. */
const SHORTEST = 16;

/**
 * On AWS the APIs refuse requests that bypass CloudFront (and its firewall), which sends a secret header. Two values are accepted, the
 * current and the previous one, so that the functions and CloudFront need not change at the same moment.
 */
export const checkOrigin = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: exchange }) => {
    const secrets = exchange.runtime.environment.maybe('ORIGIN_SECRET')?.split(',');
    const sent = exchange.event.headers['x-concord-origin'] ?? '';
    if (secrets && !secrets.some((secret) => secret.length >= SHORTEST && same(sent, secret))) {
      throw refusedBy('not-permitted', 'Call the address of the site, not the gateway behind it.');
    }
  },
});
