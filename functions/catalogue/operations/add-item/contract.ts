import * as z from 'zod';
import { MAX_ITEM_TYPE } from '../../../../layers/kernel/identity/item-codes.ts';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { templateNameSchema } from '../../domain/items/item-template.ts';
import { barcodeSchema, itemDescriptionSchema, priceSchema } from '../../domain/views/views.ts';

const text = oneLine(200, 0);
const example = {
  barcode: '31234000123456',
  branchId: 'riverton.main',
  location: 'Adult fiction',
  callNumber: 'FIC AUS',
  category: 'book',
  copyNumber: '1',
  volume: '',
  price: 1999,
};

/**
 * Creates one copy on a record that the member contributed, from a template of the member when one is named. Claims its barcode for the
 * whole consortium.
 */
export const contract = operation({
  id: 'catalogue-add-item',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/items',
  summary: 'Make an item by hand',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    /** The member's own record for the copy. */
    sourceId: z.string().min(3).max(200),
    barcode: barcodeSchema,
    /** A template of the member: it supplies the values that the request omits. */
    template: templateNameSchema.exactOptional(),
    branchId: branchIdSchema.exactOptional(),
    location: text.exactOptional(),
    callNumber: text.exactOptional(),
    /** Default, unless the template has another: `general`. */
    category: oneLine(MAX_ITEM_TYPE).exactOptional(),
    copyNumber: text.default(''),
    volume: text.default(''),
    price: priceSchema.exactOptional(),
    note: text.exactOptional(),
  }),
  status: 201,
  output: itemDescriptionSchema,
  namedOwner: 'unknown-record',
  refusals: {
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'barcode-taken': { status: 409, meaning: 'Another item of the consortium bears this barcode.' },
    'unknown-template': { status: 422, meaning: 'The member has no such template.' },
    'no-branch': { status: 422, meaning: 'Neither the request nor its template says at which branch it belongs.' },
    'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { sourceId: 'riverton:b1000', ...example },
    output: {
      itemId: 'itm_01kb0000000000000000000000',
      sourceId: 'riverton:b1000',
      memberId: 'riverton',
      ...example,
      hiddenFrom: [],
    },
  },
  errorImpact: 'A new copy cannot be entered.',
});
