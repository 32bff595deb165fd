import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Runtime } from '../runtime/runtime.ts';
import type { Actor } from './actor.ts';
import type { AnyContract } from './contract.ts';

/** The event of an HTTP API with our authorizer's context. */
export type HttpEvent = APIGatewayProxyEventV2 & { requestContext: { authorizer?: { lambda?: unknown } } };

/** A client's Idempotency-Key with a hash of the path's parameters and the body it came with. */
export type Idempotency = { key: string; bodyHash: string };

/** A parsed request: schemas' outputs, never raw text. */
export type Parsed = { path: unknown; query: unknown; body: unknown };

/** One request on its way through the chain; each step fills in what it learns. */
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
  /** The code of the refusal that it is answered with. */
  refusedBy?: string;
  /** The answer is kept under the key by the work's own write. */
  answerSaved?: boolean;
};
