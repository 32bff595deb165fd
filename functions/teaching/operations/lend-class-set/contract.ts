import * as z from 'zod';
import { paramsSchema } from '../../../../layers/kernel/params.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleLoan } from '../../../circulation/public/example-loan.ts';
import { itemRefSchema } from '../../../circulation/public/item-ref-schema.ts';
import { loanViewSchema } from '../../../circulation/public/loan-view-schema.ts';
import { placeRefusals } from '../../../circulation/public/place-refusals.ts';
import { atSchoolDesk, classParams, classRefusals, classSetRefusals, examplePupil } from '../../schemas.ts';

const { title: _title, ...lent } = exampleLoan;

/**
 * Checks out a class set at once: the first item to the first pupil by name, and so on, each by the regular checkout with all its rules.
 * Refusals are reported by pupil; the other items are checked out. Repeated with its Idempotency-Key, it creates no second loan.
 */
export const contract = operation({
  id: 'teaching-lend-class-set',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/branches/{branchId}/classes/{classId}/sets',
  summary: 'Lend a set of items to a class',
  permission: [atSchoolDesk],
  touches: { table: 'write' },
  idempotency: 'own',
  params: classParams,
  body: z.strictObject({
    /** The items as scanned, without duplicates. */
    items: z.array(itemRefSchema).min(1).max(40),
    /** The id of the first pupil; by default the first by name. */
    from: z.string().min(1).max(64).optional(),
  }),
  status: 201,
  output: z.strictObject({
    lent: z.number().int(),
    lines: z.array(
      z.strictObject({
        item: z.string(),
        patronId: z.string(),
        loan: loanViewSchema.optional(),
        refused: z
          .array(z.strictObject({ code: z.string(), detail: z.string(), params: paramsSchema.optional() }))
          .optional(),
      }),
    ),
  }),
  owner: 'unknown-class',
  namedOwner: { none: 'A class borrows items of any library; rules decide.' },
  refusals: {
    ...classRefusals,
    'no-policies': placeRefusals['no-policies'],
    ...classSetRefusals,
  },
  example: {
    params: { branchId: 'oakwood.library', classId: '5b' },
    body: { items: ['31234000123456'] },
    output: {
      lent: 1,
      lines: [{ item: '31234000123456', patronId: examplePupil.patronId, loan: lent }],
    },
  },
  // A class set is checked out item by item, as at a desk.
  errorImpact: 'Class sets must be lent item by item.',
});
