import type { MiddlewareObj } from '@middy/core';
import { isFromCloudFront } from '../actor.ts';
import type { Exchange } from '../exchange.ts';
import { type HttpAnswer, refusedBy } from '../problem.ts';

/**
 * On AWS the APIs refuse requests that bypass CloudFront (and its firewall). The authorizer knows CloudFront by a secret header and says so;
 * a route without an authorizer refuses everything.
 */
export const checkOrigin = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  before: ({ event: { event, runtime } }) => {
    if (runtime.environment.maybe('BEHIND_CLOUDFRONT') === undefined) return;
    if (!isFromCloudFront(event.requestContext.authorizer?.lambda))
      throw refusedBy('not-permitted', 'Call the address of the site, not the gateway behind it.');
  },
});
