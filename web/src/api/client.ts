import createClient from 'openapi-fetch';
import { takeFirstAnswer } from './first-answer.ts';
import { asProblem, problemOf } from './problem.ts';
import type { paths } from './schema.generated.d.ts';
import { freshToken, signedOut } from './session.ts';

/** The API client, typed by the OpenAPI description. The API has the same origin as the app, so no base address is set. */
export const api = createClient<paths>({ baseUrl: '' });

api.use({
  async onRequest({ request, schemaPath }) {
    // The sign-in needs no token, and opens a locked page, for which other calls wait.
    if (schemaPath === '/v1/patrons/sign-in') return request;
    const token = await freshToken();
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    // What the page contains is what everybody may see.
    return (token ? undefined : takeFirstAnswer(request.url)) ?? request;
  },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** Awaits an API call and returns its data. Throws a Problem on failure; a refused token signs the user out. */
export const take = async <T>(call: Promise<Answer<T>>): Promise<T> => {
  const { data, error, response } = await call.catch((thrown: unknown) => {
    throw asProblem(thrown);
  });
  if (response.ok && data !== undefined) return data;
  const problem = problemOf(response, error);
  if (problem.code === 'token-expired' || problem.code === 'token-refused') signedOut('expired');
  throw problem;
};

/** Fetches a file from the API: its text, its name from the response header, and how many requested records it omits. */
export const takeFile = async (
  call: Promise<Answer<string>>,
): Promise<{ name: string | undefined; text: string; leftOut: number }> => {
  const text = await take(call);
  const { response } = await call;
  const [, name] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const leftOut = (response.headers.get('x-left-out') ?? '').split(',').filter(Boolean).length;
  return { name, text, leftOut };
};

export { newKey } from './new-key.ts';

/** The request header for an idempotency key. */
export const keyed = (key: string): { headers: { 'Idempotency-Key': string } } => ({
  headers: { 'Idempotency-Key': key },
});
