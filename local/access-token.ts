import * as z from 'zod';
import type { Account, Endpoints } from './endpoints.ts';
import { PlainFailure } from './failure.ts';
import { staffToken } from './staff-token.ts';

const answerSchema = z.record(z.string(), z.unknown());

/** Signs a demo account in and returns its access token. PlainFailure when it is refused or Concord is not running. */
export const tokenOf = async (endpoints: Endpoints, { account, signIn }: Account): Promise<string> => {
  if (signIn.by === 'user-pool') return staffToken(endpoints, signIn.username, signIn.password);
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signIn.body),
  };
  const answer = await fetch(`${endpoints.web}${signIn.path}`, request).catch(() => undefined);
  if (!answer) throw new PlainFailure('Concord does not answer: run npm start first.');
  const text = await answer.text();
  const token = answer.ok ? answerSchema.parse(JSON.parse(text))[signIn.token] : undefined;
  if (typeof token !== 'string') throw new PlainFailure(`${account} could not sign in: ${answer.status} ${text}`);
  return token;
};
