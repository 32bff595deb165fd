import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key, sortPrefix } from './keys.ts';

const stored = z.object({
  ...{ collectionId: z.string(), token: z.string(), agreedAt: z.string(), expiresAt: z.number() },
  /** The origin of the vendor that gave the token. */
  origin: z.string().default(''),
});

/** A patron's sign-in at a vendor, after the patron agreed. `expiresAt` in epoch seconds. */
export type VendorAccount = z.infer<typeof stored>;

/** Stores patrons' sign-ins at vendors, until the vendor's token expires. */
export type AccountStore = {
  /** Returns the sign-ins that are still valid. `now` in epoch ms. */
  list(patronId: string, now: number): Promise<VendorAccount[]>;
  get(patronId: string, collectionId: string, now: number): Promise<VendorAccount | undefined>;
  save(patronId: string, account: VendorAccount, beside: readonly Write[]): Promise<void>;
  remove(patronId: string, collectionId: string): Promise<void>;
};

/** The sign-ins in the table. */
export const accountStore = (table: Table): AccountStore => {
  // The table deletes a row some time after it expired.
  const isValid = ({ expiresAt }: VendorAccount, now: number): boolean => expiresAt * 1000 > now;
  return {
    list: async (patronId, now) => {
      const { pk: partition } = key('digitalAccount', { patronId, collectionId: '-' });
      const rows = await table.queryAll({ partition, begins: sortPrefix('digitalAccount') });
      return rows.map((row) => stored.parse(row)).filter((one) => isValid(one, now));
    },
    get: async (patronId, collectionId, now) => {
      const row = await table.get(key('digitalAccount', { patronId, collectionId }), { strong: true });
      const one = row && stored.parse(row);
      return one && isValid(one, now) ? one : undefined;
    },
    save: async (patronId, account, beside) => {
      const at = key('digitalAccount', { patronId, collectionId: account.collectionId });
      await table.write([{ put: { ...at, ...stamp('digitalAccount', 1), ...account } }, ...beside]);
    },
    remove: async (patronId, collectionId) => {
      await table.write([{ delete: key('digitalAccount', { patronId, collectionId }) }]);
    },
  };
};
