/**
 * The headers of every answer of an API, also of refusals (OWASP REST Security Cheat Sheet): it is not stored, not read as another type, not
 * shown in a frame, and runs nothing when it is opened as a page. An operation may set another value for its own answer, as those that
 * answer with a page do.
 */
export const answerHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;
