/** A parameter of a reason: a count, a name or code, a day or instant (ISO 8601), or money in minor units. */
export type Param = string | number | { amount: number; currency: string };

/** One reason for a refusal. `pointer` is the JSON pointer of the field; empty when the reason concerns the whole request. */
export type Reason = { code: string; detail: string; pointer: string; params: Record<string, Param> };

/** A failed call, in one shape for errors of the API, the gateway and the network. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly reasons: Reason[];
  readonly requestId: string;
  /** Seconds to wait before a retry. */
  readonly retryAfter: number | undefined;
  constructor(
    status: number,
    code: string,
    detail: string,
    more: Partial<Pick<Problem, 'reasons' | 'requestId' | 'retryAfter'>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.reasons = more.reasons ?? [];
    this.requestId = more.requestId ?? '';
    this.retryAfter = more.retryAfter;
  }
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const paramOf = (value: unknown): Param | undefined => {
  if (typeof value === 'string' || typeof value === 'number') return value;
  const { amount, currency } = recordOf(value);
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : undefined;
};

/** Extracts the parameters of a reason from the response; keeps only values that can be shown. */
export const paramsOf = (value: unknown): Record<string, Param> =>
  Object.fromEntries(
    Object.entries(recordOf(value)).flatMap(([name, one]) => {
      const param = paramOf(one);
      return param === undefined ? [] : [[name, param]];
    }),
  );

const reasonsOf = (value: unknown): Reason[] =>
  Array.isArray(value)
    ? value.map(recordOf).map(({ code, detail, pointer, params }) => ({
        code: textOf(code),
        detail: textOf(detail),
        pointer: textOf(pointer),
        params: paramsOf(params),
      }))
    : [];

/** The gateway's own errors are `{ message }` without a code, so they are classified by status. */
export const gatewayCodes: Record<number, string> = {
  401: 'not-signed-in',
  404: 'no-such-operation',
  413: 'too-large',
  429: 'too-many-requests',
  431: 'too-large',
  500: 'internal-error',
  503: 'try-again',
};

/** Converts an error response and its body to a Problem. */
export const problemOf = (response: Response, body: unknown): Problem => {
  const { code, detail, errors, requestId, message } = recordOf(body);
  const wait = Number(response.headers.get('retry-after'));
  return new Problem(
    response.status,
    textOf(code) || gatewayCodes[response.status] || 'internal-error',
    textOf(detail) || textOf(message),
    { reasons: reasonsOf(errors), requestId: textOf(requestId), retryAfter: wait > 0 ? wait : undefined },
  );
};

/** Converts any thrown value to a Problem; a failed fetch becomes a missing connection. */
export const asProblem = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem(0, thrown instanceof TypeError ? 'no-connection' : 'internal-error', '');

/** True when the same call may succeed shortly afterwards, so that it can be retried with its key. */
export const passes = ({ status, code }: Problem): boolean =>
  code === 'no-connection' ||
  code === 'in-flight' ||
  status === 429 ||
  status === 502 ||
  status === 503 ||
  status === 504;
