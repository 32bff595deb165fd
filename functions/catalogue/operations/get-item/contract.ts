import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { lastScanKinds } from '../../../items/public/last-scan-kinds.ts';
import { sharedBarcodeRefusals } from '../../../items/public/shared-barcode-refusals.ts';
import { barcodeSchema, itemDescriptionSchema } from '../../domain/views/views.ts';

/**
 * Finds a copy anywhere in the consortium by its barcode alone (or its id): its description, member and state. Never returns the borrower.
 */
export const contract = operation({
  id: 'catalogue-get-item',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/items/{barcode}',
  summary: 'Find an item by its barcode',
  permission: [
    { who: 'staff', roles: ['desk', 'desk-supervisor', 'cataloguer', 'ill', 'member-admin'], at: 'own-member' },
    { who: 'machine', scope: 'self-check', at: 'own-member' },
  ],
  touches: { table: 'read' },
  params: z.strictObject({ barcode: barcodeSchema }),
  output: itemDescriptionSchema.extend({
    recordId: z.string().optional(),
    state: z.string(),
    currentBranch: z.string(),
    due: z.iso.datetime().optional(),
    /** The last scan, for staff only: never by whom or for whom. */
    lastScan: z.strictObject({ did: z.enum(lastScanKinds), at: z.iso.datetime(), branchId: z.string() }).optional(),
  }),
  refusals: {
    'unknown-item': { status: 404, meaning: 'No item of the consortium bears this barcode.' },
    ...sharedBarcodeRefusals,
  },
  example: {
    params: { barcode: '31234000123456' },
    output: {
      itemId: 'itm_01kb0000000000000000000000',
      sourceId: 'riverton:b1000',
      memberId: 'riverton',
      barcode: '31234000123456',
      branchId: 'riverton.main',
      location: 'Adult fiction',
      callNumber: 'FIC AUS',
      category: 'book',
      copyNumber: '1',
      volume: '',
      hiddenFrom: [],
      recordId: 'rec_01kb0000000000000000000000',
      state: 'available',
      currentBranch: 'riverton.main',
      lastScan: { did: 'checked-in', at: '2026-11-28T10:12:00.000Z', branchId: 'riverton.main' },
    },
  },
  errorImpact: 'A copy in the hand cannot be identified.',
});
