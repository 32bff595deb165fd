import type * as z from 'zod';
import type { Role } from '../../kernel/identity/roles.ts';
import type { Service } from '../../kernel/usage/usage-line.ts';

/** The place in the request that names a member or a branch, e.g. `path.memberId`. */
export type Pointer = `${'path' | 'query' | 'body'}.${string}`;

/** A permission to call an operation: any one of a contract's permissions suffices. */
export type Permission =
  | { who: 'anyone' }
  | { who: 'patron' }
  /** An external library or broker with credentials of its own: the operation verifies them, and no Concord token is required. */
  | { who: 'partner' }
  | {
      who: 'staff';
      roles: readonly Role[];
      at: 'consortium' | 'own-member' | { member: Pointer } | { branch: Pointer };
    }
  /** `scope` is the scope that the machine client must have; `any` admits every machine client. */
  | { who: 'machine'; scope: string; at: 'own-member' | { member: Pointer } | { branch: Pointer } };

/** How staff have signed in: at a shared desk by badge or code, or fully, by the user pool. */
export type Assurance = 'desk' | 'full';

/** The resources that an operation uses; its IAM grants and its settings derive from this list and nothing else is granted. */
export type Touches = {
  table?: 'read' | 'write';
  /** Scans the whole table: only background jobs may. */
  scan?: boolean;
  index?: 'read' | 'write';
  bucket?: 'read' | 'write';
  /**
   * Permanently deletes files: printed letters and files of an old system, which contain personal data, copies lent for a limited time, or
   * files of facts that were joined into one.
   */
  forgets?: 'letters' | 'onboarding' | 'ill-copies' | 'facts';
  bus?: boolean;
  /** Signs our own tokens, or verifies them. */
  signingKey?: 'sign' | 'verify';
  /** Invites the first person; invites staff, lists and withdraws invitations; or verifies tokens of staff (which needs no grant on the pool). */
  userPool?: 'invite' | 'invitations' | 'verify';
  /** Reads the secret header that CloudFront sends. */
  originSecret?: boolean;
  machine?: 'import' | 'loan-request' | 'load' | 'period-close';
  /** Responds to a Step Functions task token. */
  taskTokens?: boolean;
  /** Reads the public address, for links that are sent to others. */
  site?: boolean;
  /** Sends e-mail to patrons when the deployment has a verified sender. */
  email?: boolean;
  /** Sends text messages to patrons, or tells whether it could, when the deployment has a number for them. */
  texts?: 'send' | 'offer';
  /** Stores our credentials for external partners, or reads them and may connect to the partners' addresses. */
  partners?: 'keep' | 'send';
  /** Stores the secrets by which webhooks are signed, or reads them and may connect to the subscribers' addresses. */
  webhooks?: 'keep' | 'send';
  /** Stores the private keys that sign library cards for the wallets of phones, or reads them. */
  wallets?: 'keep' | 'send';
  /** Stores the private keys of secret ballots, or reads them to count and destroys them. */
  ballotKeys?: 'keep' | 'open';
  /** Connects to the addresses of others without credentials of ours: where all of Concord runs on one machine, also to that machine. */
  outside?: true;
  /** Queries the archive of facts. */
  facts?: boolean;
  /** Opens the Practice Library to a person, or deletes and writes all of it. */
  practice?: 'enter' | 'reset';
  /** Reads the sizes of idle resources: as configured, or from the services. */
  sizes?: 'configured' | 'described';
};

/** A refusal that an operation can return: its HTTP status, its meaning to the caller in one sentence, and its figures by name. */
export type Refusal = {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429;
  meaning: string;
  params?: Record<string, string>;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The resources and limits of a function, where its contract differs from `functionDefaults`. */
export type FunctionSize = {
  /** Memory in MB, which also determines the CPU share (one full CPU at 1769). */
  memoryMb?: number;
  /** The time limit of a call, in seconds. */
  timeoutSeconds?: number;
  /** The size limit, in kB, of what a container loads for its first call when that is this operation; for a consumer, of its bundle. */
  bundleKilobytes?: number;
  /** Writes PDF: the font file is deployed beside its bundle. */
  fonts?: true;
};

/** The default size of a function. Callers wait while an operation's container starts; nobody waits for a consumer. */
export const functionDefaults = {
  memoryMb: 512,
  timeoutSeconds: 10,
  bundleKilobytes: { operation: 740, consumer: 800 },
} as const;

/** The contract of one operation: API routes, IAM grants, OpenAPI, the typed client and the contract tests derive from it. */
export type OperationContract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends string = string,
> = FunctionSize & {
  /** `<context>-<verb>-<noun>`, also the Lambda's name. */
  id: string;
  /** The owning folder under functions/: one HTTP API and one stack each. */
  context: string;
  service: Service;
  method: Method;
  /** The path, `/v1/<context>/…`, with `{name}` for path parameters; a final `{name+}` matches all remaining segments. */
  path: string;
  summary: string;
  permission: readonly Permission[];
  /** How staff must have signed in; by default what `assuranceOf` derives from the permission. */
  assurance?: Assurance;
  touches: Touches;
  /** Answers without the search index too: with less, or (in the Practice Library alone, whose table is small) by a scan of the table. */
  withoutIndex?: 'scan' | 'partial';
  /** Fields that say for which patron staff or a machine acts: a patron acts for oneself, and is refused for naming anybody. */
  notForPatrons?: readonly Pointer[];
  /** Unsafe operations store a record by Idempotency-Key unless they store keys on the records that they write anyway ('own'). */
  idempotency?: 'own' | 'none';
  params?: P;
  query?: Q;
  /** The query follows an external standard with arbitrary names (an OpenURL): `query` is the undecoded query string. */
  openQuery?: true;
  body?: B;
  /** HTTP status of success; default 200. */
  status?: 200 | 201 | 202;
  output: O;
  /** A success has an ETag and may be stored; 304 without a body when If-None-Match names it. */
  etag?: true;
  /**
   * With `etag`: for so many seconds a shared cache (CloudFront) may answer with a success again where the request has no credentials. Only
   * for what everybody may see, and what is still useful that much later.
   */
  sharedSeconds?: number;
  /** With `sharedSeconds`: for so many seconds a browser shows what it has without asking again. By default it always asks. */
  browserSeconds?: number;
  /** The media type of the body when it is not JSON: for XML, `body` is the raw bytes, undefined when empty; for a form or signed JSON, its text. */
  consumes?: 'application/xml' | 'application/json' | 'application/x-www-form-urlencoded';
  /** The media type of a success when it is not JSON; `output` is then a string and sent unchanged, for a picture its bytes in base64. */
  produces?:
    | 'image/jpeg'
    | 'text/csv'
    | 'text/html'
    | 'text/plain'
    | 'text/xml'
    | 'application/xml'
    | 'application/opds+json';
  /** The alternative media types of a success; the response's own header states which one was used. */
  alsoProduces?: readonly string[];
  /**
   * How it refuses an object in its path that belongs to another member, branch or patron: a code of `refusals`. Or why it needs no such
   * check. Every operation that finds something by its path, beyond the place of its permission, says it.
   */
  owner?: NoInfer<R> | { none: string };
  /** The refusal for an object that its query or its body names by an id or a branch. */
  namedOwner?: NoInfer<R> | { none: string };
  refusals: Record<R, Refusal>;
  example: { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B>; output: z.input<O> };
  /** The effect of a failure on library work, shown in the alarm's description. */
  errorImpact: string;
};

/** Any contract, when its schemas do not matter (routes, grants, OpenAPI). */
export type AnyContract = OperationContract;

/** Declares an operation; preserves its schemas' types for the handler. Returns its argument. */
export const operation = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
  R extends string = never,
>(
  contract: OperationContract<P, Q, B, O, R>,
): OperationContract<P, Q, B, O, R> => contract;

/** True when the operation changes nothing: GET, by HTTP (RFC 9110 section 9.2.1). */
export const isSafe = (contract: Pick<AnyContract, 'method'>): boolean => contract.method === 'GET';
