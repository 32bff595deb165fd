import { createHash } from 'node:crypto';
import type { HttpAnswer } from './problem.ts';

const tagOf = (body: string): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Returns whether an If-None-Match header names a tag, by weak comparison (RFC 9110 section 13.1.2): caches may weaken a tag. */
const names = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);

/**
 * Returns a success with the tag of its body, which the caller may store and ask for again; 304 without a body when the caller has this
 * body already.
 */
export const withEntityTag = (answered: HttpAnswer, ifNoneMatch: string | undefined): HttpAnswer => {
  const etag = tagOf(answered.body);
  const headers = { etag, 'cache-control': 'no-cache' };
  if (ifNoneMatch !== undefined && names(ifNoneMatch, etag)) return { statusCode: 304, headers, body: '' };
  return { ...answered, headers: { ...answered.headers, ...headers } };
};
