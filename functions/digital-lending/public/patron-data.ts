import type { PatronData } from '../../patrons/public/patron-data.ts';

/** Sign-ins at e-book vendors, when a patron is erased or merged: the erasure deletes them, a merge drops them, as they open the account of the other card. */
export const patronData: PatronData = {
  ownRows: {
    digitalAccount: {
      move: async ({ table }, row) =>
        void (await table.write([{ delete: { pk: String(row.pk), sk: String(row.sk) } }])),
    },
  },
};
