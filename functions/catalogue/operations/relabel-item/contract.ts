import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { barcodeSchema, itemDescriptionSchema } from '../../domain/views/views.ts';

/**
 * Changes the barcode of a copy, for example when two members' old numbers collide: the old one then belongs to the other copy only, or is
 * free. A loan, a hold and the copy's place do not change; the member's files still find it by the old one. The record's history shows who
 * did it, when and why.
 */
export const contract = operation({
  id: 'catalogue-relabel-item',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/items/{itemId}/barcode',
  summary: 'Relabel an item',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, itemId: z.string().min(1).max(64) }),
  body: z.strictObject({ barcode: barcodeSchema, reason: reasonSchema }),
  output: itemDescriptionSchema,
  owner: 'unknown-item',
  refusals: {
    'unknown-item': { status: 404, meaning: 'The member has no such item.' },
    'barcode-taken': { status: 409, meaning: 'Another item of the consortium bears this barcode.' },
  },
  example: {
    params: { memberId: 'riverton', itemId: 'itm_01kb0000000000000000000000' },
    body: { barcode: '31234000123464', reason: 'Another library has the same old number.' },
    output: {
      itemId: 'itm_01kb0000000000000000000000',
      sourceId: 'riverton:b1000',
      memberId: 'riverton',
      barcode: '31234000123464',
      branchId: 'riverton.main',
      location: 'Adult fiction',
      callNumber: 'FIC AUS',
      category: 'book',
      copyNumber: '1',
      volume: '',
      hiddenFrom: [],
    },
  },
  errorImpact: 'The desk must ask each time which of two copies with one barcode is meant.',
});
