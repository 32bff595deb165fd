import { problemOf } from './problem.ts';

/** The Practice Library as a tab uses it: the role that is tried, its token, and the sign-in (`family`) of the person. */
export type Practice = { role: string; token: string; expiresAt: number; family: string };
/** The sign-in of the person in the own library. */
export type PracticeHome = { token: string; family: string };

/** Asks for a token of the Practice Library by the person's own. Throws a Problem when it is refused. */
export const newPractice = async ({ token, family }: PracticeHome, role: string): Promise<Practice> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ practice: role });
  const response = await fetch('/v1/membership/tokens', { method: 'POST', headers, body });
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response, answer);
  return { role, token: answer.access_token, expiresAt: Date.now() + answer.expires_in * 1000, family };
};
