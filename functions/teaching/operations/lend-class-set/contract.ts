import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { placeRefusals } from '../../../circulation/public/decisions.ts';
import { itemRefSchema } from '../../../circulation/public/items.ts';
import { exampleLoan, loanViewSchema } from '../../../circulation/public/loans.ts';
import { atSchoolDesk, classParams, classRefusals, examplePupil } from '../../schemas/school-shapes.ts';

const { title: _title, ...lent } = exampleLoan;

/**
 * Lends a set to a class in one go: the first item to the first pupil by name, and so on, each by the one checkout with all its
 * rules. What is refused is said pupil by pupil, the rest is lent. Repeated under its Idempotency-Key, no second loan is made.
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
    /** As scanned; none twice. */
    items: z.array(itemRefSchema).min(1).max(40),
    /** The pupil with whom to begin, by id; else the first by name. */
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
        refused: z.array(z.strictObject({ code: z.string(), detail: z.string() })).optional(),
      }),
    ),
  }),
  refusals: {
    ...classRefusals,
    'no-policies': placeRefusals['no-policies'],
    'too-many-items': { status: 422, meaning: 'There are more items than pupils to lend them to.' },
    'item-twice': { status: 422, meaning: 'The set names an item twice.' },
    'not-in-class': { status: 422, meaning: 'The pupil to begin with is not in this class.' },
  },
  example: {
    params: { branchId: 'oakwood.library', classId: '5b' },
    body: { items: ['31234000123456'] },
    output: {
      lent: 1,
      lines: [{ item: '31234000123456', patronId: examplePupil.patronId, loan: lent }],
    },
  },
  // A class set is lent copy by copy, as at a desk.
  bundleKilobytes: 665,
  errorImpact: 'Class sets are lent one by one.',
});
