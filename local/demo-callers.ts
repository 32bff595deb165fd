import * as z from 'zod';
import { tokenOf } from './access-token.ts';
import type { Account, Endpoints } from './endpoints.ts';

/** The member whose accounts work in the demo. */
export const MEMBER = 'riverton';

const personWith = ({ accounts }: Endpoints, role: string): Account => {
  const found = accounts.find((one) => one.member === MEMBER && one.role.split(', ').includes(role));
  if (found === undefined) throw new Error(`The demo has no ${role} at ${MEMBER}.`);
  return found;
};

/** Returns the card of the demo's patron at the member. */
export const cardOf = (endpoints: Endpoints): string =>
  z.object({ body: z.object({ card: z.string() }) }).parse(personWith(endpoints, 'patron').signIn).body.card;

/** Returns a function that calls the API as the demo's person with a role. It throws when a call is refused. */
export const callerAs = async (endpoints: Endpoints, role: string) => {
  const token = await tokenOf(endpoints, personWith(endpoints, role));
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${endpoints.api}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
};
