import type * as z from 'zod';
import type { Role } from '../../kernel/identity/roles.ts';

/** The services by which finance reads the platform's cost. */
export type Service = 'circulation' | 'search' | 'catalogue' | 'resource-sharing' | 'administration';

/** Where in the request a member or a branch is named, e.g. `path.memberId`. */
export type Pointer = `${'path' | 'query' | 'body'}.${string}`;

/** Who may call an operation: any one of a contract's permissions suffices. */
export type Permission =
  | { who: 'anyone' }
  | { who: 'patron' }
  /** A library or broker outside, by credentials of its own: the operation judges them, no token of ours is asked for. */
  | { who: 'partner' }
  | {
      who: 'staff';
      roles: readonly Role[];
      at: 'consortium' | 'own-member' | { member: Pointer } | { branch: Pointer };
    }
  /** `scope` is what the machine must have been let do; `any` lets in every machine. */
  | { who: 'machine'; scope: string; at: 'own-member' | { member: Pointer } | { branch: Pointer } };

/** What an operation touches; its IAM grants and its settings are derived from this, nothing else is granted. */
export type Touches = {
  table?: 'read' | 'write';
  /** Walks the whole table: only a background job may. */
  scan?: boolean;
  index?: 'read' | 'write';
  bucket?: 'read' | 'write';
  /** Deletes files for good: printed letters and files of an old system, which hold people, or copies lent for a time. */
  forgets?: 'letters' | 'onboarding' | 'ill-copies';
  bus?: boolean;
  /** Signs our own tokens, or verifies them. */
  signingKey?: 'sign' | 'verify';
  /** Invites staff, or verifies their tokens (which takes no call that needs a grant on the pool). */
  userPool?: 'invite' | 'verify';
  machine?: 'import' | 'loan-request' | 'load' | 'period-close';
  /** Answers a Step Functions task token. */
  taskTokens?: boolean;
  /** Knows the address at which people reach us, for what is sent to others. */
  site?: boolean;
  /** Sends e-mail to patrons where the deployment has a verified sender. */
  email?: boolean;
  /** Keeps the secrets by which we sign in at partners outside, or reads them and may speak to their addresses. */
  partners?: 'keep' | 'send';
  /** Knows how large what stands idle is: as configured, or read from the services. */
  sizes?: 'configured' | 'described';
};

/** A refusal an operation can answer: its HTTP status, in one sentence what it means to the caller, and its figures by name. */
export type Refusal = {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429;
  meaning: string;
  params?: Record<string, string>;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a function is given and may be, where its contract says other than `functionDefaults`. */
export type FunctionSize = {
  /** Its memory in MB, and with it its share of a processor (a whole one at 1769). */
  memoryMb?: number;
  /** The longest that a call may take, in seconds. */
  timeoutSeconds?: number;
  /** The largest that its bundle may be, in kB: its container loads all of it before the first call. */
  bundleKilobytes?: number;
  /** Writes PDF: the font's file lies beside its bundle. */
  fonts?: true;
};

/** The size of a function whose contract says nothing else. Somebody waits while an operation's container starts; nobody does for a consumer. */
export const functionDefaults = {
  memoryMb: 512,
  timeoutSeconds: 10,
  bundleKilobytes: { operation: 650, consumer: 800 },
} as const;

/** One operation, said once: API routes, IAM grants, OpenAPI, the typed client and the contract tests derive from it. */
export type OperationContract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends string = string,
> = FunctionSize & {
  /** `<context>-<verb>-<noun>`, also the Lambda's name. */
  id: string;
  /** The folder under functions/ that owns it: one HTTP API and one stack each. */
  context: string;
  service: Service;
  method: Method;
  /** The path, `/v1/<context>/…`, with `{name}` for path parameters; `{name+}` at its end takes all steps that follow. */
  path: string;
  summary: string;
  permission: readonly Permission[];
  touches: Touches;
  /** Unsafe operations store a record by Idempotency-Key unless they keep keys on the records they write anyway ('own'). */
  idempotency?: 'own' | 'none';
  params?: P;
  query?: Q;
  /** The query is read by a rule of its own, whose names others made (an OpenURL): `query` is given it as one string, undecoded. */
  openQuery?: true;
  body?: B;
  /** HTTP status of success; 200 unless said. */
  status?: 200 | 201 | 202;
  output: O;
  /** The media type of the body when it is not JSON: of XML `body` is given the bytes as they came, none when there is none; of a form its text. */
  consumes?: 'application/xml' | 'application/x-www-form-urlencoded';
  /** The media type of a success when it is not JSON; `output` is then a string, sent as it is. */
  produces?: 'text/csv' | 'text/html' | 'text/plain' | 'text/xml' | 'application/xml';
  /** The media types in which it may come instead: the answer's own header says which. */
  alsoProduces?: readonly string[];
  refusals: Record<R, Refusal>;
  example: { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B>; output: z.input<O> };
  /** What a librarian loses when this fails: shown in the alarm's description. */
  errorImpact: string;
};

/** Any contract, when its schemas do not matter (routes, grants, OpenAPI). */
export type AnyContract = OperationContract;

/** Declares an operation; keeps its schemas' types for the handler. Gives back what it takes. */
export const operation = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
  R extends string = never,
>(
  contract: OperationContract<P, Q, B, O, R>,
): OperationContract<P, Q, B, O, R> => contract;

/** True when calling it changes nothing: GET, by HTTP (RFC 9110 section 9.2.1). */
export const isSafe = (contract: Pick<AnyContract, 'method'>): boolean => contract.method === 'GET';
