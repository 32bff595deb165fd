import * as z from 'zod';
import { paramsSchema } from '../../kernel/params.ts';

/** The public error format: problem+json (RFC 9457) with a code, JSON pointers (RFC 6901) and the request's id. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(
    z.strictObject({
      pointer: z.string(),
      code: z.string(),
      detail: z.string(),
      /** The figures of the refusal, under the names that the operation lists with its code. */
      params: paramsSchema.optional(),
    }),
  ),
  requestId: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;
export type ProblemError = Problem['errors'][number];

/** A refusal; thrown by the chain, returned by handlers as a value (`refuse`). */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: ProblemError[];
  readonly headers: Record<string, string>;
  /** The response that replaces problem+json: its media type and text. */
  readonly instead: { type: string; body: string } | undefined;
  constructor(
    status: number,
    code: string,
    detail: string,
    errors: ProblemError[] = [],
    headers: Record<string, string> = {},
    instead?: { type: string; body: string },
  ) {
    super(detail);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.headers = headers;
    this.instead = instead;
  }
}

const title = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

/** The refusals of the chain itself, for every operation; OpenAPI lists them with the operation's own. */
export const commonRefusals = {
  'bad-input': {
    status: 400,
    meaning: 'The request does not fit the schema; errors[] names each field by JSON pointer.',
  },
  'bad-json': { status: 400, meaning: 'The body is not JSON.' },
  'unsupported-media-type': { status: 415, meaning: 'The body must be sent as application/json.' },
  'not-signed-in': { status: 401, meaning: 'Sign in first: no token was sent.' },
  'token-expired': { status: 401, meaning: 'The token has expired: sign in again.' },
  'token-refused': { status: 401, meaning: 'The token is not one of ours, or was changed.' },
  'not-permitted': { status: 403, meaning: 'Your roles do not allow this here.' },
  'full-sign-in-needed': {
    status: 403,
    meaning: 'A badge or code at a shared desk is not enough for this: use the full sign-in.',
  },
  'not-in-practice': { status: 403, meaning: 'The Practice Library does not have this.' },
  'in-flight': { status: 409, meaning: 'The same Idempotency-Key is being worked on: try again in a moment.' },
  'key-reused': { status: 422, meaning: 'This Idempotency-Key was used with another body.' },
  'try-again': {
    status: 503,
    meaning: 'Too many requests for the same record at once: retry after Retry-After seconds.',
  },
  'internal-error': { status: 500, meaning: 'Something broke on our side; the request id finds it in the log.' },
} as const;

export type CommonCode = keyof typeof commonRefusals;

/** Returns a common refusal, ready to throw. Takes an optional detail that replaces the general meaning. */
export const refusedBy = (
  code: CommonCode,
  detail?: string,
  errors: ProblemError[] = [],
  headers: Record<string, string> = {},
): Refused => new Refused(commonRefusals[code].status, code, detail ?? commonRefusals[code].meaning, errors, headers);

/** A response of an API Gateway HTTP API (payload format 2.0). With `isBase64Encoded` the gateway sends the bytes that the body encodes. */
export type HttpAnswer = {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded?: true;
};

const problemOf = (refused: Refused, requestId: string): Problem => ({
  type: `urn:concord:problem:${refused.code}`,
  title: title(refused.code),
  status: refused.status,
  code: refused.code,
  detail: refused.message,
  errors: refused.errors,
  requestId,
});

/** Returns a refusal as problem+json, or in the format that its operation defines instead. */
export const problemAnswer = (refused: Refused, requestId: string): HttpAnswer => ({
  statusCode: refused.status,
  headers: {
    'content-type': refused.instead ? `${refused.instead.type}; charset=utf-8` : 'application/problem+json',
    ...refused.headers,
  },
  body: refused.instead?.body ?? JSON.stringify(problemOf(refused, requestId)),
});
