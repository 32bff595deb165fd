import createClient from 'openapi-fetch';
import { asProblem, problemOf } from './problem.ts';
import type { paths } from './schema.generated.d.ts';
import { freshToken, signedOut } from './session.ts';

/** The API, typed by its own OpenAPI description; one origin, hence no base address. */
export const api = createClient<paths>({ baseUrl: '' });

api.use({
  async onRequest({ request }) {
    const token = await freshToken();
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** Takes a call to the API; gives what it answered. Throws a Problem; a token that is refused signs out. */
export const take = async <T>(call: Promise<Answer<T>>): Promise<T> => {
  const { data, error, response } = await call.catch((thrown: unknown) => {
    throw asProblem(thrown);
  });
  if (response.ok && data !== undefined) return data;
  const problem = problemOf(response, error);
  if (problem.code === 'token-expired' || problem.code === 'token-refused') signedOut('expired');
  throw problem;
};

/**
 * A file that the API gives: its text and the name that its header bears, as the API alone knows what belongs into it; and how
 * much of what was asked for is not in it.
 */
export const takeFile = async (
  call: Promise<Answer<string>>,
): Promise<{ name: string | undefined; text: string; leftOut: number }> => {
  const text = await take(call);
  const { response } = await call;
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const leftOut = (response.headers.get('x-left-out') ?? '').split(',').filter(Boolean).length;
  return { name, text, leftOut };
};

/** A key that makes an unsafe call safe to repeat: the same key has one effect. */
export const newKey = (): string => crypto.randomUUID();

/** The header for such a key. */
export const keyed = (key: string): { headers: { 'Idempotency-Key': string } } => ({
  headers: { 'Idempotency-Key': key },
});
