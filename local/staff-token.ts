import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Endpoints } from './endpoints.ts';
import { PlainFailure } from './failure.ts';
import { outputOf } from './origin/route.ts';

const tokenSchema = z.object({ access_token: z.string() });
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const post = (url: string, body: Record<string, string>): Promise<Response> =>
  fetch(url, { method: 'POST', headers: form, body: new URLSearchParams(body).toString(), redirect: 'manual' });

const TRIES = 3;

/** Posts again where the connection failed: a busy machine drops one now and then, and the seed would stop with it. */
const postAgain = async (url: string, body: Record<string, string>): Promise<Response | undefined> => {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    const answer = await post(url, body).catch(() => undefined);
    if (answer || tried === TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, tried * 1000));
  }
  return undefined;
};

/**
 * A staff member's access token by the way a browser gets it (authorization code with PKCE, RFC 7636), because the app
 * client allows no other. PlainFailure when the user pool refuses.
 */
export const staffToken = async (
  { web, outputs }: Pick<Endpoints, 'web' | 'outputs'>,
  username: string,
  password: string,
): Promise<string> => {
  const client_id = outputOf(outputs, 'ClientId');
  const redirect_uri = outputOf(outputs, 'Callback');
  if (client_id === undefined || redirect_uri === undefined)
    throw new PlainFailure('No app client for staff is deployed.');
  const verifier = randomBytes(32).toString('base64url');
  const code_challenge = createHash('sha256').update(verifier).digest('base64url');
  const ask = {
    client_id,
    redirect_uri,
    response_type: 'code',
    scope: 'openid email',
    state: 'cli',
    code_challenge,
    code_challenge_method: 'S256',
  };
  const answer = await postAgain(`${web}/login`, { ...ask, username, password });
  if (!answer) throw new PlainFailure('Concord does not answer: run npm start first.');
  const location = answer.headers.get('location');
  const code = location ? new URL(location).searchParams.get('code') : null;
  if (code === null) throw new PlainFailure(`${username} could not sign in: the name or the password is wrong.`);
  const exchange = { grant_type: 'authorization_code', client_id, redirect_uri, code, code_verifier: verifier };
  const granted = await post(`${web}/oauth2/token`, exchange);
  if (!granted.ok) throw new PlainFailure(`${username} got no token: ${granted.status} ${await granted.text()}`);
  return tokenSchema.parse(await granted.json()).access_token;
};
