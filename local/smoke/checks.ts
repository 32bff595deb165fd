import * as z from 'zod';

/** The result of a check; `found` describes the actual state when it failed. */
export type SmokeResult = { name: string; passed: boolean; ms: number; found: string };

type Given = {
  /** Our own docs/openapi.json: the site must describe the same API. */
  description: string;
  /** A user's access token, to check that a signed-in user is recognised. */
  token?: string | undefined;
};

type Answer = { status: number; headers: Headers; text: string };
type Check = { name: string; ask(): Promise<Answer>; fault(answer: Answer): string | undefined };

/** The time-out of a response in milliseconds, cold starts on AWS included. */
const PATIENCE = 30_000;

const versionOf = (text: string): string | undefined => {
  const parsed = z.object({ info: z.object({ version: z.string() }), paths: z.looseObject({}) }).safeParse(json(text));
  return parsed.success ? `${parsed.data.info.version}, ${Object.keys(parsed.data.paths).length} paths` : undefined;
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const typeOf = ({ headers }: Answer): string => headers.get('content-type') ?? 'no content type';

const summaryOf = (answer: Answer): string => `${answer.status} ${typeOf(answer)} ${answer.text.slice(0, 120)}`;

const problem =
  (status: number, code: string) =>
  (answer: Answer): string | undefined => {
    const { data } = z.object({ status: z.literal(status), code: z.literal(code) }).safeParse(json(answer.text));
    return data && answer.status === status && typeOf(answer).startsWith('application/problem+json')
      ? undefined
      : summaryOf(answer);
  };

// Without the header the gateway itself responds with a bare 401 and calls no authorizer.
const turnedAway = (answer: Answer): string | undefined => (answer.status === 401 ? undefined : summaryOf(answer));

const answers = (answer: Answer): string | undefined =>
  answer.status === 200 && json(answer.text) !== undefined ? undefined : summaryOf(answer);

/** Builds a token in our format with an unknown signature. */
const forged = (): string => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'stf_1', iss: 'urn:concord:Concord', token_use: 'access', exp: 4_000_000_000 };
  return `${part({ alg: 'ES256', kid: 'smoke' })}.${part(claims)}.${'A'.repeat(86)}`;
};

const guarded = (answer: Answer): string | undefined => {
  const policy = answer.headers.get('content-security-policy') ?? '';
  const wanted = ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"];
  const missing = wanted.filter((rule) => !policy.includes(rule));
  if (answer.status !== 200 || !typeOf(answer).startsWith('text/html')) return summaryOf(answer);
  if (answer.headers.get('x-content-type-options') !== 'nosniff') return 'no x-content-type-options';
  return missing.length === 0 ? undefined : `the content security policy lacks ${missing.join(', ')}`;
};

const checksOf = (site: string, { description, token }: Given): Check[] => {
  const get = async (path: string, bearer?: string): Promise<Answer> => {
    const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const answer = await fetch(`${site}${path}`, { headers, signal: AbortSignal.timeout(PATIENCE) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const whoami = '/v1/membership/me';
  return [
    {
      name: 'the API’s description is there and is of this version',
      ask: () => get('/openapi.json'),
      fault: ({ text }) =>
        versionOf(text) === versionOf(description)
          ? undefined
          : `${versionOf(text)} there, ${versionOf(description)} here`,
    },
    { name: 'the directory of members answers', ask: () => get('/v1/membership/directory'), fault: answers },
    { name: 'the union search answers', ask: () => get('/v1/discovery/search?q=library'), fault: answers },
    { name: 'without a token nobody is known', ask: () => get(whoami), fault: turnedAway },
    { name: 'a forged token is refused', ask: () => get(whoami, forged()), fault: problem(401, 'token-refused') },
    { name: 'the web app is there, with its security headers', ask: () => get('/'), fault: guarded },
    { name: 'a page within the app leads to the app', ask: () => get('/records/none'), fault: guarded },
    {
      name: 'the app knows where staff sign in',
      ask: () => get('/config.json'),
      fault: (answer) =>
        z.object({ userPoolId: z.string().min(1), clientId: z.string().min(1) }).safeParse(json(answer.text)).success
          ? undefined
          : summaryOf(answer),
    },
    ...(token === undefined
      ? []
      : [{ name: 'the token’s owner is known', ask: () => get(whoami, token), fault: answers }]),
  ];
};

const run = async ({ name, ask, fault }: Check): Promise<SmokeResult> => {
  const began = performance.now();
  const found = await ask().then(
    fault,
    (error: unknown) => `no answer: ${error instanceof Error ? error.message : error}`,
  );
  return { name, passed: found === undefined, ms: Math.round(performance.now() - began), found: found ?? '' };
};

/** Checks a site from outside, one check after another. Takes its origin without a slash; returns the result of each check. */
export const smoke = async (site: string, given: Given): Promise<SmokeResult[]> => {
  const results: SmokeResult[] = [];
  for (const check of checksOf(site, given)) results.push(await run(check));
  return results;
};
