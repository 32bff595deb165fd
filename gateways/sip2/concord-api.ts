import * as z from 'zod';

/** A problem of RFC 9457 as Concord answers it: every reason with its code. */
const problemSchema = z.object({
  status: z.number(),
  code: z.string().default('unknown'),
  detail: z.string().default(''),
  errors: z.array(z.object({ code: z.string(), detail: z.string().default('') })).default([]),
});
/** Why Concord refused a request: the codes of all reasons, with a detail of each. */
export type Reason = { code: string; detail: string };

/**
 * Why a request may succeed later although Concord did not carry it out: its client has to be let in again (its token, its rights or its number of requests), or this
 * one request collided with others or failed in Concord.
 */
type Passing = 'client' | 'request';

/** The result of a call: its body, the reasons of a refusal, or that Concord could not be reached (or failed) in time. */
export type Called<T> =
  | { ok: T }
  | { refused: readonly Reason[]; passing?: Passing }
  | { unreachable: string; passing?: 'request' };

/** A machine client of Concord. */
export type Client = { id: string; secret: string };

type Token = { bearer: string; until: number; branch: string | undefined; member: string };
type Asked = { method: 'GET' | 'POST'; path: string; body?: unknown; key?: string | undefined };

const claimsSchema = z.object({ member: z.string(), branch: z.string().optional() });

const claimsOf = (token: string) =>
  claimsSchema.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
const tokenAnswerSchema = z
  .object({ access_token: z.string(), expires_in: z.number() })
  .transform(({ access_token: bearer, expires_in: seconds }) => ({ bearer, seconds, claims: claimsOf(bearer) }));

const tokenCodes = ['not-signed-in', 'token-expired', 'token-refused'];
const passingCodes = ['changed-meanwhile', 'in-flight'];
const passingOf = (status: number, reasons: readonly Reason[]): { passing?: Passing } => {
  if ([401, 403, 429].includes(status)) return { passing: 'client' };
  return status === 409 && reasons.every(({ code }) => passingCodes.includes(code)) ? { passing: 'request' } : {};
};

/** The client of Concord's API for machine clients. It holds their tokens, which last 15 minutes. */
export type ConcordApi = {
  /** Checks the id and secret of a machine client, and returns the branch to which it is bound. */
  signIn(client: Client): Promise<Called<{ branchId: string | undefined; memberId: string }>>;
  /** Calls an operation for a machine client. `key` makes a repeated request safe: it is carried out once. */
  call<T>(client: Client, asked: Asked, schema: z.ZodType<T>): Promise<Called<T>>;
};

/** Creates the client. `now` in epoch ms; `timeout` in ms for each request. */
export const concordApi = (
  base: string,
  { now, timeout, request = fetch }: { now: () => number; timeout: number; request?: typeof fetch },
): ConcordApi => {
  const tokens = new Map<string, Promise<Called<Token>>>();

  const send = async <T>(
    { method, path, body, key }: Asked,
    schema: z.ZodType<T>,
    bearer?: string,
  ): Promise<Called<T>> => {
    try {
      const response = await request(new URL(path, base), {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeout),
      });
      const text = await response.text();
      if (response.ok) return { ok: schema.parse(JSON.parse(text)) };
      const failed = `Concord answered ${response.status}.`;
      if (response.status === 500) return { unreachable: failed, passing: 'request' };
      if (response.status > 500) return { unreachable: failed };
      const { code, detail, errors } = problemSchema.parse(JSON.parse(text));
      const reasons = errors.length > 0 ? errors : [{ code, detail }];
      return { refused: reasons, ...passingOf(response.status, reasons) };
    } catch (error) {
      return { unreachable: error instanceof Error ? error.name : 'unknown' };
    }
  };

  const issue = async ({ id, secret }: Client): Promise<Called<Token>> => {
    const asked = { method: 'POST' as const, path: '/v1/membership/tokens' };
    const issued = await send({ ...asked, body: { clientId: id, clientSecret: secret } }, tokenAnswerSchema);
    // Whatever the reason, it says nothing about the request for which the token is.
    if ('refused' in issued) return { ...issued, passing: 'client' };
    if ('unreachable' in issued) return { unreachable: issued.unreachable };
    const { bearer, seconds, claims } = issued.ok;
    // Renewed a minute early, so that no request meets an expired token.
    return { ok: { bearer, until: now() + (seconds - 60) * 1000, ...branchOf(claims) } };
  };

  const branchOf = ({ branch, member }: z.output<typeof claimsSchema>) => ({ branch, member });

  const nameOf = ({ id, secret }: Client): string => `${id} ${secret}`;

  /** One token for each secret of a client: terminals of one client share it, and a wrong secret never uses the token of a right one. */
  const tokenOf = async (client: Client): Promise<Called<Token>> => {
    const name = nameOf(client);
    const held = await tokens.get(name);
    if (held && 'ok' in held && held.ok.until > now()) return held;
    // Another connection may have begun to renew it while this one waited.
    const begun = tokens.get(name);
    const again = begun && (await begun) !== held ? begun : issue(client);
    tokens.set(name, again);
    const issued = await again;
    if (!('ok' in issued)) tokens.delete(name);
    return issued;
  };

  return {
    async signIn(client) {
      const token = await tokenOf(client);
      return 'ok' in token ? { ok: { branchId: token.ok.branch, memberId: token.ok.member } } : token;
    },
    async call(client, asked, schema) {
      const token = await tokenOf(client);
      if (!('ok' in token)) return token;
      const called = await send(asked, schema, token.ok.bearer);
      // A token that Concord does not accept any more is not used again.
      if ('refused' in called && called.refused.some(({ code }) => tokenCodes.includes(code)))
        tokens.delete(nameOf(client));
      return called;
    },
  };
};
