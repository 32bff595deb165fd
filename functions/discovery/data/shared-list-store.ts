import * as z from 'zod';
import { absent, atLeast } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { gsi1, indexPartition, key } from './keys.ts';
import { patronThere } from './saved-list-store.ts';

// The patron is in the key alone, which a merge of patrons writes anew.
const stored = z.object({ listId: z.string(), token: z.string() });

/** Returns the patron whose partition has this key. */
const patronIn = (pk: string): string => pk.slice(pk.indexOf('#') + 1);

/** Stores the links by which patrons share their lists. A link is the token in it: whoever has it sees the list. */
export const sharedLists = (table: Table) => {
  const tokenOf = async (patronId: string, listId: string): Promise<string | undefined> => {
    const row = await table.get(key('sharedList', { patronId, listId }), { strong: true });
    return row && stored.parse(row).token;
  };
  return {
    tokenOf,
    /** Gives a list of a patron a link, or returns the one that it has. Undefined when the patron has no such list. */
    share: async (patronId: string, listId: string, token: string): Promise<string | undefined> => {
      const names = { patronId, listId, token };
      const lost = await table.write([
        patronThere(patronId),
        { check: key('patronLists', { patronId }), when: atLeast(`lists.${listId}.titles`, 0) },
        {
          put: { ...key('sharedList', names), ...gsi1('sharedList', names), ...stamp('sharedList', 1), listId, token },
          when: absent(),
        },
      ]);
      return lost ? tokenOf(patronId, listId) : token;
    },
    /** Ends the link of a list, if it has one. */
    withdraw: async (patronId: string, listId: string): Promise<void> => {
      await table.write([{ delete: key('sharedList', { patronId, listId }) }]);
    },
    /** Returns the list that has a link, and its patron. */
    byToken: async (token: string): Promise<{ patronId: string; listId: string } | undefined> => {
      const partition = indexPartition('sharedList', 'gsi1', { token });
      const [place] = (await table.query({ index: 'gsi1', partition, limit: 1 })).items;
      if (place === undefined) return undefined;
      const patronId = patronIn(String(place.pk));
      const listId = String(place.gsi1sk);
      // The index may still have a link that was withdrawn.
      return (await tokenOf(patronId, listId)) === token ? { patronId, listId } : undefined;
    },
  };
};
export type SharedLists = ReturnType<typeof sharedLists>;
