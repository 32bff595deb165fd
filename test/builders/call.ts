import type { Actor } from '../../layers/platform/http/actor.ts';
import type { HttpEvent } from '../../layers/platform/http/exchange.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';

export type Call = {
  actor?: Actor;
  reason?: 'token-expired' | 'token-refused';
  /** What the authorizer passes on, instead of the actor or reason. */
  authorizer?: unknown;
  path?: Record<string, string>;
  /** The query parameters by name, or the raw query string. */
  query?: Record<string, string> | string;
  body?: unknown;
  rawBody?: string;
  /** The body is sent in base64, as the gateway sends bytes. */
  base64?: true;
  /** The bytes of the body, which are sent in base64. */
  rawBytes?: Buffer;
  /** The source address that the gateway sees; by default that of this machine. */
  address?: string;
  headers?: Record<string, string>;
};

let serial = 0;

const authorizerContext = ({ actor, reason }: Call) =>
  actor ? { actor: JSON.stringify(actor) } : reason ? { reason } : {};

/** Returns the HTTP API event (payload format 2.0) of a call, as the gateway and our authorizer would send it. */
export const anEvent = (call: Call): HttpEvent => {
  serial += 1;
  const text = call.rawBody ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const bytes = call.rawBytes ?? (call.base64 && text !== undefined ? Buffer.from(text) : undefined);
  const body = bytes?.toString('base64') ?? text;
  const { query = {} } = call;
  const named = typeof query === 'string' ? Object.fromEntries(new URLSearchParams(query)) : query;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: typeof query === 'string' ? query : new URLSearchParams(query).toString(),
    isBase64Encoded: bytes !== undefined,
    headers: { 'content-type': 'application/json', ...call.headers },
    ...(call.path ? { pathParameters: call.path } : {}),
    ...(call.query ? { queryStringParameters: named } : {}),
    ...(body === undefined ? {} : { body }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'test',
      domainName: 'test',
      domainPrefix: 'test',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      requestId: `req-${serial}`,
      routeKey: '$default',
      http: {
        method: 'GET',
        path: '/',
        protocol: 'HTTP/1.1',
        sourceIp: call.address ?? '127.0.0.1',
        userAgent: 'test',
      },
      authorizer: { lambda: 'authorizer' in call ? call.authorizer : authorizerContext(call) },
    },
  };
};

export type Answered = { status: number; body: unknown; headers: Record<string, string> };

/** Calls an operation's handler in process, without a gateway. Returns status, body (parsed when it is JSON) and headers. */
export const call = async (handler: OperationHandler, request: Call = {}): Promise<Answered> => {
  const { statusCode, body, headers } = await handler(anEvent(request), { awsRequestId: `lambda-${serial}` });
  const json = /json/.test(headers['content-type'] ?? '');
  return { status: statusCode, body: json ? JSON.parse(body) : body, headers };
};
