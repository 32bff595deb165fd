import { createHash } from 'node:crypto';
import * as z from 'zod';
import { absent, below, equals } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Person, personSchema } from '../domain/identity/person.ts';
import { contactConsentsSchema } from '../domain/record/contact-consents.ts';
import { key } from './keys.ts';

const stored = z.object({
  signUpId: z.string(),
  patronId: z.string(),
  homeBranch: z.string(),
  person: personSchema,
  residence: z.string().exactOptional(),
  contactConsents: contactConsentsSchema,
  codeHash: z.string(),
  goodUntil: z.number(),
  tries: z.number(),
  v: z.number(),
});

/** A sign-up for a card that waits for the code sent by e-mail. It expires. */
export type SignUp = z.infer<typeof stored>;

/** The number of wrong codes that one sign-up allows. */
const TRIES = 5;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

const about = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Stores the sign-ups that wait for their code, and counters of them. */
export const signUpStore = (table: Table) => {
  const counted = async (subject: string, windowMs: number, now: number, most: number): Promise<boolean> => {
    const window = String(Math.floor(now / windowMs));
    const update = key('signUpCount', { about: about(subject), window });
    const expiresAt = Math.ceil((now + 2 * windowMs) / 1000);
    const set = { entity: 'signUpCount', schema: 1, expiresAt };
    return (await table.write([{ update, add: { asked: 1 }, set, when: below('asked', most) }])) === undefined;
  };
  return {
    /** Counts a sign-up at a branch in this hour (epoch ms). False when the limit is reached. */
    countAtBranch: (branchId: string, now: number, most: number) => counted(`branch ${branchId}`, HOUR_MS, now, most),
    /** Counts a code to an address on this day. False when the limit is reached. */
    countTo: (email: string, now: number, most: number) => counted(`to ${email.toLowerCase()}`, DAY_MS, now, most),
    save: async (signUp: Omit<SignUp, 'tries' | 'v'> & { person: Person }): Promise<void> => {
      const expiresAt = Math.ceil((signUp.goodUntil + HOUR_MS) / 1000);
      const row = { ...signUp, tries: 0, expiresAt };
      await table.write([{ put: { ...key('signUp', signUp), ...stamp('signUp', 1), ...row }, when: absent() }]);
    },
    /** Counts an attempt at a sign-up before its code is checked; undefined when there is none, it is too old, or no attempts are left. */
    attempt: async (signUpId: string, now: number): Promise<SignUp | undefined> => {
      const item = await table.get(key('signUp', { signUpId }), { strong: true });
      const signUp = item && stored.parse(item);
      if (!signUp || signUp.goodUntil <= now) return undefined;
      const update = { update: key('signUp', { signUpId }), add: { tries: 1 }, when: below('tries', TRIES) };
      return (await table.write([update])) === undefined ? signUp : undefined;
    },
    /** Returns the write that invalidates its code. */
    spend: ({ signUpId, codeHash }: SignUp): Write => ({
      delete: key('signUp', { signUpId }),
      when: equals('codeHash', codeHash),
    }),
  };
};

export type SignUpStore = ReturnType<typeof signUpStore>;
