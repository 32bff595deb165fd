import * as z from 'zod';
import { daySchema } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { barriers } from '../../domain/holds/may-fill.ts';
import { atDesk, explainSchema, placeRefusals } from '../../schemas/decisions.ts';
import { exampleExplanation, explanationSchema } from '../../schemas/explanations.ts';
import { holdRequestFields, isOneLevel, suspensionSchema } from '../../schemas/hold-requests.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

const keysOf = <K extends string>(table: Record<K, unknown>): K[] => Object.keys(table) as K[];

/** The number of copies that are explained individually, those that may fill the hold first. */
export const MOST_COPIES = 20;

const copySchema = z.strictObject({
  itemId: z.string(),
  barcode: z.string(),
  branchId: branchIdSchema,
  state: itemStateSchema,
  /** Whether it is on a shelf, or will return to one. */
  comes: z.boolean(),
  /** The reasons that prevent its use for this hold; omitted when there are none. */
  barrier: z.enum(keysOf(barriers)).optional(),
  meaning: z.string().optional(),
  /** The winning rule for each value that matters to a hold, and the alternatives. */
  values: explainSchema.shape.values.unwrap(),
});

/**
 * Explains a hold without placing it: every refusal at once, every check with its reason, and for each copy whether it may fill the
 * hold, the winning rule and the alternatives (C26). Changes nothing.
 */
export const contract = operation({
  id: 'circulation-explain-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/hold-explanations',
  summary: 'Explain how a hold would be decided',
  permission: [atDesk],
  // Writes only the access log of patrons of other libraries.
  touches: { table: 'write' },
  idempotency: 'none',
  body: z
    .strictObject({
      ...holdRequestFields,
      ...patronRef,
      pickupBranch: branchIdSchema,
      neededUntil: daySchema.optional(),
      suspend: suspensionSchema.optional(),
      branchId: branchIdSchema,
    })
    .refine(isOneLevel, 'say one of item, part and anyEdition'),
  output: z.strictObject({
    ...explanationSchema.shape,
    /** Its place in the queue if it were placed now, starting at 1; omitted after a thousand others. */
    place: z.number().int().optional(),
    /** How it would be filled: from a shelf, after a return, only with the owner's agreement, or not at all. */
    outlook: z.strictObject({ now: z.number().int(), later: z.number().int(), onRequest: z.number().int() }),
    copies: z.array(copySchema),
    /** The total number of copies. */
    ofCopies: z.number().int(),
  }),
  namedOwner: { none: 'A hold may be placed on an item of any library; rules decide.' },
  refusals: {
    ...patronRefusals,
    ...openRefusals,
    ...placeRefusals,
    'unknown-record': { status: 404, meaning: 'There is no such record in the union catalogue.' },
    'no-holdable-copy': { status: 409, meaning: 'There is no such copy.' },
  },
  example: {
    body: {
      recordId: 'rec_01kb0000000000000000000000',
      pickupBranch: 'lakeshore.main',
      branchId: 'lakeshore.main',
      patron: '21101000000016',
    },
    output: {
      ...exampleExplanation,
      ...{ allowed: true, refused: [], place: 3, outlook: { now: 1, later: 1, onRequest: 0 }, ofCopies: 1 },
      copies: [
        {
          itemId: 'itm_01kb0000000000000000000000',
          barcode: '31234000123456',
          branchId: 'riverton.main',
          state: 'available',
          comes: true,
          values: [
            {
              value: 'holdable',
              ruleId: 'riverton-new',
              decider: 'riverton',
              considered: [{ ruleId: 'riverton-new', specificity: 160, outcome: 'won' }],
            },
          ],
        },
      ],
    },
  },
  errorImpact: 'Staff cannot tell a patron why a hold is refused, or waits.',
});
