import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { Exchange } from '../exchange.ts';
import { type HttpAnswer, refusedBy } from '../problem.ts';

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** On AWS the APIs refuse requests that bypass CloudFront (and its firewall), which sends a secret header. */
export const checkOrigin = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: exchange }) => {
    const secret = exchange.runtime.environment.maybe('ORIGIN_SECRET');
    if (secret !== undefined && !same(exchange.event.headers['x-concord-origin'] ?? '', secret)) {
      throw refusedBy('not-permitted', 'Call the address of the site, not the gateway behind it.');
    }
  },
});
