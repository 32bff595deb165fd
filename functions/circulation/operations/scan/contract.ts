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
  /** Its home and the location there, and the branch where it was seen last. */
  branchId: z.string(),
  location: z.string(),
  currentBranch: z.string(),
  recordId: z.string().optional(),
  title: z.string().optional(),
  state: z.enum(states),
  due: z.string().optional(),
  /** Under which conditions its lender lends it (ISO 18626), when it waits for the patron of a loan between libraries. */
  conditions: z.array(z.string()).optional(),
});

// Normalising may lengthen, and the number becomes a key, which has at most 2,048 bytes.
const isShort = (raw: string): boolean => normaliseScan(raw).length <= 200;

/** One box for everything: says whether a scan is a card, an item, both or neither, and what it stands for. */
export const contract = operation({
  id: 'circulation-scan',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/scans',
  summary: 'Tell what was scanned',
  permission: [atDesk],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema,
    scan: z.string().min(1).max(200).refine(isShort, 'What was scanned is too long.'),
  }),
  output: z.strictObject({
    /** The number by which it was found, else as it is looked up. */
    number: z.string(),
    is: z.enum(['card', 'item', 'both', 'unknown']),
    /** What the number looks like, found or not; a wrong check digit points to a misread. */
    looksLike: z.enum(['card', 'item', 'unknown']),
    checkDigit: z.enum(['right', 'wrong', 'none']),
    /** Two patrons where two members gave out the same old number: ask which. */
    patrons: z.array(z.strictObject({ patronId: z.string(), memberId: z.string() })),
    /** Why the card is refused, when it was replaced. */
    replaced: z.strictObject({ reason: z.string(), at: z.string() }).optional(),
    item: itemSchema.optional(),
    /** In place of `item` two or more, where old barcodes of members collide: ask which, and go on with its id. */
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
  errorImpact: 'The desk’s box does not know what was scanned.',
});
