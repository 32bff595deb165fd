import { createHash } from 'node:crypto';
import type { HttpAnswer } from './problem.ts';

const tagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Returns whether an If-None-Match header names a tag, by weak comparison (RFC 9110 section 13.1.2): caches may weaken a tag. */
const names = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);

/**
 * Returns the cache-control of a response with a tag. A browser asks again after `browserSeconds`, by default always; a shared cache may
 * answer for `sharedSeconds` where the request has no credentials, and never stores what a signed-in caller received.
 */
const cacheControl = ({ sharedSeconds, browserSeconds = 0, isSignedIn }: Caching): string => {
  if (sharedSeconds === undefined) return 'no-cache';
  return isSignedIn ? 'private, no-cache' : `public, max-age=${browserSeconds}, s-maxage=${sharedSeconds}`;
};

/** The caching that a contract permits, and whether the request has credentials. */
type Caching = {
  sharedSeconds?: number | undefined;
  browserSeconds?: number | undefined;
  isSignedIn?: boolean;
};

/**
 * Returns a success with the tag of its body, which the caller may store and ask for again; 304 without a body when the caller has this
 * body already.
 */
export const withEntityTag = (
  answered: HttpAnswer,
  ifNoneMatch: string | undefined,
  caching: Caching = {},
): HttpAnswer => {
  const etag = tagOf(answered.body);
  const headers = { etag, 'cache-control': cacheControl(caching) };
  if (ifNoneMatch !== undefined && names(ifNoneMatch, etag)) return { statusCode: 304, headers, body: '' };
  return { ...answered, headers: { ...answered.headers, ...headers } };
};
