import type { Exchange } from './exchange.ts';

/**
 * The caller's credentials (its Authorization header, as sent), its address, its user agent, and the content type of the body. `isText`
 * means that the gateway decoded the body to text, so it is in UTF-8 whatever its declared encoding.
 */
export type Caller = {
  authorization: string | undefined;
  address: string;
  userAgent?: string | undefined;
  contentType?: string | undefined;
  /** The signature of a signed event (`Stripe-Signature`). */
  signature?: string | undefined;
  isText?: boolean;
};

/**
 * Returns the caller, for operations that verify credentials themselves. Behind CloudFront, the forwarded addresses end with
 * CloudFront's own, preceded by the one that CloudFront wrote; addresses that the caller wrote are further left.
 */
export const callerOf = ({ event, runtime }: Pick<Exchange, 'event' | 'runtime'>): Caller => {
  const { headers, requestContext } = event;
  const behind = runtime.environment.maybe('BEHIND_CLOUDFRONT') !== undefined;
  const seen = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  const address = (behind && seen.at(-2)) || requestContext.http.sourceIp;
  const {
    authorization,
    'stripe-signature': signature,
    'user-agent': userAgent,
    'content-type': contentType,
  } = headers;
  return {
    authorization,
    address: address.slice(0, 64),
    userAgent,
    contentType,
    signature,
    isText: !event.isBase64Encoded,
  };
};
