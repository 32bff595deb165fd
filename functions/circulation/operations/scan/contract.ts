import * as z from 'zod';
import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemStates } from '../../../items/public/item-states.ts';
import { atDesk } from '../../schemas/decisions.ts';

const states = Object.keys(itemStates.states) as (keyof typeof itemStates.states)[];

const itemSchema = z.strictObject({
  itemId: z.string(),
  barcode: z.string(),
  memberId: z.string(),
  /** Its home branch and location, and the branch of its last scan. */
  branchId: z.string(),
  location: z.string(),
  currentBranch: z.string(),
  recordId: z.string().optional(),
  title: z.string().optional(),
  state: z.enum(states),
  due: z.string().optional(),
  /** The lender's conditions (ISO 18626), when the item waits for the patron of an interlibrary loan. */
  conditions: z.array(z.string()).optional(),
});

// Normalising may lengthen the number, which becomes a key of at most 2,048 bytes.
const isShort = (raw: string): boolean => normaliseScan(raw).length <= 200;

/** Identifies a scan as a card, an item, both or neither, and returns its object. */
export const contract = operation({
  id: 'circulation-scan',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/scans',
  summary: 'Identify a scan',
  permission: [atDesk],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema,
    scan: z.string().min(1).max(200).refine(isShort, 'What was scanned is too long.'),
  }),
  output: z.strictObject({
    /** The number that matched, otherwise the normalised number. */
    number: z.string(),
    is: z.enum(['card', 'item', 'both', 'unknown']),
    /** The format of the number, whether found or not; a wrong check digit suggests a misread. */
    looksLike: z.enum(['card', 'item', 'unknown']),
    checkDigit: z.enum(['right', 'wrong', 'none']),
    /** Two patrons when two members issued the same old number: the user must choose. */
    patrons: z.array(z.strictObject({ patronId: z.string(), memberId: z.string() })),
    /** The reason why the card is refused when it was replaced. */
    replaced: z.strictObject({ reason: z.string(), at: z.string() }).optional(),
    item: itemSchema.optional(),
    /**
     * Two or more items instead of `item` when old barcodes of members collide: the user must choose, and the client continues with the
     * id.
     */
    items: z.array(itemSchema),
  }),
  refusals: {},
  example: {
    body: { branchId: 'riverton.main', scan: '31234000123456' },
    output: {
      number: '31234000123456',
      is: 'item',
      looksLike: 'item',
      checkDigit: 'right',
      patrons: [],
      items: [],
      item: {
        itemId: 'itm_01kb0000000000000000000000',
        barcode: '31234000123456',
        memberId: 'riverton',
        branchId: 'riverton.main',
        location: 'Adult fiction',
        currentBranch: 'riverton.main',
        recordId: 'rec_01kb0000000000000000000000',
        title: 'Emma',
        state: 'available',
      },
    },
  },
  errorImpact: 'The desk cannot identify a scan.',
});
