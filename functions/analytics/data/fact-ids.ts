import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';

/** An id of the same length as the digest that it replaces. */
const LENGTH = 22;

/** Returns the id of a fact in the archive for the digest of its loan or hold: the same for a fact that is relayed twice. */
export type FactIds = (eventId: string) => Promise<string>;

/**
 * Makes the ids of facts under a secret of the deployment, which the archive does not hold: who has the archive and the id of a loan or a
 * hold cannot find its row, and so not its patron. The first fact creates the secret by `newSecret`; a container reads it once.
 */
export const factIds = (table: Table, newSecret: () => string): FactIds => {
  let secret: Promise<string> | undefined;
  const readSecret = async (): Promise<string> => {
    const place = key('factSecret', {});
    const made = { ...place, ...stamp('factSecret', 1), secret: newSecret() };
    const read = () => table.get(place, { strong: true });
    const stored = (await read()) ?? ((await table.write([{ put: made, when: absent() }])) ? await read() : made);
    return z.object({ secret: z.string() }).parse(stored).secret;
  };
  return async (eventId) => {
    secret ??= readSecret();
    // A failed read is not cached.
    secret.catch(() => {
      secret = undefined;
    });
    return createHmac('sha256', await secret)
      .update(eventId)
      .digest('base64url')
      .slice(0, LENGTH);
  };
};
