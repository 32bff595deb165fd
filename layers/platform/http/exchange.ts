import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Runtime } from '../runtime/runtime.ts';
import type { Actor } from './actor.ts';
import type { AnyContract } from './contract.ts';

/** The event of an HTTP API with the context of our authorizer. */
export type HttpEvent = APIGatewayProxyEventV2 & { requestContext: { authorizer?: { lambda?: unknown } } };

/** A client's Idempotency-Key with a hash of the path parameters and the body. */
export type Idempotency = { key: string; bodyHash: string };

/** A parsed request: the schemas' outputs, never raw text. */
export type Parsed = { path: unknown; query: unknown; body: unknown };

/** The state of one request in the chain; each step adds its results. */
export type Exchange = {
  contract: AnyContract;
  event: HttpEvent;
  runtime: Runtime;
  requestId: string;
  lambdaRequestId: string;
  startedAt: number;
  parsed?: Parsed;
  actor?: Actor;
  idempotency?: Idempotency;
  /** The code of the refusal in the response. */
  refusedBy?: string;
  /** True when the write of the work itself has stored the response under the key. */
  answerSaved?: boolean;
};
