import * as z from 'zod';
import { scannedSchema } from '../../../../layers/kernel/identity/card-number.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { findingSchema } from '../../../items/public/finding-schema.ts';
import { inventoryParams, inventoryRefusals } from '../../schemas/inventories.ts';

/**
 * Records what was scanned at the shelves of an open inventory, up to 200 barcodes at once, and returns for each what its place means.
 * Repeating the same barcodes changes nothing; a copy that is scanned again later is judged by its state at that time.
 */
export const contract = operation({
  id: 'catalogue-note-inventory-scans',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/branches/{branchId}/inventories/{inventoryId}/scans',
  summary: 'Record scans of an inventory',
  permission: [atListedDesk],
  touches: { table: 'write' },
  idempotency: 'none',
  params: inventoryParams,
  body: z.strictObject({ scans: z.array(scannedSchema).min(1).max(200) }),
  output: z.strictObject({
    /** In the order in which they were sent; the number is the barcode on the copy's label. */
    noted: z.array(
      z.strictObject({
        scan: z.string(),
        number: z.string(),
        finding: findingSchema,
        itemId: z.string().optional(),
      }),
    ),
  }),
  owner: 'unknown-inventory',
  refusals: {
    ...inventoryRefusals,
    'inventory-closed': { status: 409, meaning: 'The inventory is closed: open another one.' },
  },
  example: {
    params: { branchId: 'riverton.main', inventoryId: 'inv_01kb0000000000000000000000' },
    body: { scans: ['31234000123456'] },
    output: {
      noted: [
        {
          ...{ scan: '31234000123456', number: '31234000123456' },
          ...{ finding: 'right', itemId: 'itm_01kb0000000000000000000000' },
        },
      ],
    },
  },
  errorImpact: 'Scans of an inventory are not noted, and their copies would count as not seen.',
});
