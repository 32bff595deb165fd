import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { inventoryParams, inventoryRefusals, reportKinds } from '../../schemas/inventories.ts';

/**
 * Returns the report of an inventory in pages: copies not seen, by location and call number (after the count), or wrong findings of scans:
 * out of place, on loan but here, on no shelf by its record, unknown. Each copy has its current state, for example missing or found since.
 * Never returns the borrower.
 */
export const contract = operation({
  id: 'catalogue-list-inventory-copies',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/branches/{branchId}/inventories/{inventoryId}/copies',
  summary: 'List the copies that an inventory did not see or found misplaced',
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: inventoryParams,
  query: z.strictObject({ of: z.enum(reportKinds).default('not-seen'), ...pageQuery }),
  output: z.strictObject({
    copies: z.array(
      z.strictObject({
        /** The barcode; the id of a copy without one. */
        number: z.string(),
        /** When it was scanned; absent for copies not seen. */
        scannedAt: z.string().optional(),
        /** Absent for an unknown number and for a copy removed since. */
        copy: z
          .strictObject({
            itemId: z.string(),
            memberId: z.string(),
            homeBranch: z.string(),
            location: z.string(),
            callNumber: z.string(),
            currentBranch: z.string(),
            state: itemStateSchema,
            recordId: z.string().optional(),
            title: z.string().optional(),
          })
          .optional(),
      }),
    ),
    next: z.string().optional(),
  }),
  owner: 'unknown-inventory',
  refusals: {
    ...inventoryRefusals,
    ...cursorRefusal,
    'not-counted': { status: 409, meaning: 'What was not seen is known once the closed inventory is counted.' },
  },
  example: {
    params: { branchId: 'riverton.main', inventoryId: 'inv_01kb0000000000000000000000' },
    query: {},
    output: {
      copies: [
        {
          number: '31234000123456',
          copy: {
            itemId: 'itm_01kb0000000000000000000000',
            memberId: 'riverton',
            homeBranch: 'riverton.main',
            location: 'Adult fiction',
            callNumber: 'FIC AUS',
            currentBranch: 'riverton.main',
            state: 'available',
            recordId: 'rec_01kb0000000000000000000000',
            title: 'Emma',
          },
        },
      ],
    },
  },
  errorImpact: 'Nobody sees which copies an inventory did not find.',
});
