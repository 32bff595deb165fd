import { signedByDesk } from './desk-key.ts';
import { deskMark } from './desk-mark.ts';
import { Problem, problemOf } from './problem.ts';
import { claimsOf } from './token-claims.ts';

type Token = { token: string; seconds: number };

// By the API's clock, which the clock of a desk may be off from.
let ahead = 0;
let last = 0;

const ask = async (proves: string, more: { pass?: string; token?: string }): Promise<Token | Problem> => {
  const { deskId = '' } = deskMark() ?? {};
  last = Math.max(Date.now() + ahead, last + 1);
  const at = last;
  const signature = await signedByDesk(JSON.stringify(['concord-desk', deskId, at, proves]));
  if (signature === undefined) return new Problem(401, 'client-refused', '');
  const { pass, token } = more;
  const body = { clientId: deskId, clientSecret: signature, desk: { at, ...(pass !== undefined && { pass }) } };
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const response = await fetch('/v1/membership/tokens', { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = await response.json().catch(() => undefined);
  if (response.ok) return { token: answer.access_token, seconds: answer.expires_in };
  const time = Date.parse(response.headers.get('date') ?? '');
  if (Number.isFinite(time)) ahead = time - Date.now();
  return problemOf(response, answer);
};

/** Exchanges a badge or code, or the session of a token, for a new token. Throws a Problem when it is refused. */
export const deskToken = async (proves: string, more: { pass?: string; token?: string }): Promise<Token> => {
  const first = await ask(proves, more);
  const answer = first instanceof Problem && first.code === 'desk-clock' ? await ask(proves, more) : first;
  if (answer instanceof Problem) throw answer;
  return answer;
};

/** Returns a new token for the session of this desk; undefined when the desk is refused. */
export const renewedDeskToken = async (token: string): Promise<Token | undefined> =>
  deskToken(String(claimsOf(token).session), { token }).catch(() => undefined);
