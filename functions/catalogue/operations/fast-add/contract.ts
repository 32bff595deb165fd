import * as z from 'zod';
import { MAX_ITEM_TYPE, MAX_LOCATION } from '../../../../layers/kernel/identity/item-codes.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { barcodeSchema, itemDescriptionSchema } from '../../domain/views/views.ts';

const example = { barcode: '31234000123456', location: 'Adult fiction', category: 'book' };

/**
 * Makes an item that has no record yet, with a brief record of its title, so that the desk can lend it at once. The record is shown to the
 * staff of its library only and waits in the list of its cataloguers (`catalogue-list-fast-added`); their first edit shows it.
 */
export const contract = operation({
  id: 'catalogue-fast-add',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/branches/{branchId}/fast-items',
  summary: 'Make an item without a record at the desk',
  permission: [{ who: 'staff', roles: ['desk', 'desk-supervisor', 'cataloguer'], at: { branch: 'path.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ branchId: branchIdSchema }),
  body: z.strictObject({
    barcode: barcodeSchema,
    title: oneLine(300),
    author: oneLine(200).exactOptional(),
    location: oneLine(MAX_LOCATION, 0).default(''),
    category: oneLine(MAX_ITEM_TYPE).default('general'),
  }),
  status: 201,
  output: itemDescriptionSchema,
  refusals: {
    'barcode-taken': { status: 409, meaning: 'Another item of the consortium bears this barcode.' },
    'unknown-branch': { status: 422, meaning: 'There is no such branch.' },
  },
  example: {
    params: { branchId: 'riverton.main' },
    body: { ...example, title: 'The harbour at night', author: 'Byrne, Ada' },
    output: {
      ...{ itemId: 'itm_01kb0000000000000000000000', sourceId: 'riverton:fast-01kb0000000000000000000000' },
      ...{ memberId: 'riverton', branchId: 'riverton.main', ...example },
      ...{ callNumber: '', copyNumber: '', volume: '', hiddenFrom: [] },
    },
  },
  errorImpact: 'A desk cannot lend an item that has no record.',
});
