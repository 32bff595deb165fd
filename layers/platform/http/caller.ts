import type { Exchange } from './exchange.ts';

/**
 * What a caller shows (its Authorization header, as sent), the address it calls from, and the type of what it brings.
 * `isText` says that the gateway has made text of the body, so that in whatever it was written, it is in UTF-8 now.
 */
export type Caller = {
  authorization: string | undefined;
  address: string;
  contentType?: string | undefined;
  isText?: boolean;
};

/**
 * Who stands at the door, for operations that judge credentials themselves. Behind CloudFront the gateway sees CloudFront's
 * address last and, before it, the one that CloudFront itself wrote: whatever the caller wrote stands further left.
 */
export const callerOf = ({ event, runtime }: Pick<Exchange, 'event' | 'runtime'>): Caller => {
  const { headers, requestContext } = event;
  const behind = runtime.environment.maybe('ORIGIN_SECRET') !== undefined;
  const seen = (headers['x-forwarded-for'] ?? '').split(',').map((address) => address.trim());
  const address = (behind && seen.at(-2)) || requestContext.http.sourceIp;
  const brought = { contentType: headers['content-type'], isText: !event.isBase64Encoded };
  return { authorization: headers.authorization, address: address.slice(0, 64), ...brought };
};
