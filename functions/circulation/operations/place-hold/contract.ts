import * as z from 'zod';
import { daySchema } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/desk-refusals.ts';
import { refusalsOf } from '../../domain/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdRequestFields, isOneLevel, suspensionSchema } from '../../schemas/hold-requests.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

const { title: _title, ...placed } = exampleHold;

/**
 * Places a hold on a record of the union catalogue: any edition of its work, any copy, one part, or one copy (C26 to C35).
 * Where no copy can fill it now the answer is `consortium-loan`: ask for one at resource sharing, or say `wait` to queue
 * for the copies that are lent.
 */
export const contract = operation({
  id: 'circulation-place-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/holds',
  summary: 'Place a hold',
  permission: [{ who: 'patron' }, atDesk],
  touches: { table: 'write' },
  body: z
    .strictObject({
      ...holdRequestFields,
      pickupBranch: branchIdSchema,
      /** The last day, at the pickup branch, on which it is of use: it ends then unless it is fetched (C60). */
      neededUntil: daySchema.optional(),
      suspend: suspensionSchema.optional(),
      /** Queue although all copies are lent. */
      wait: z.boolean().default(false),
      /** At a desk: which, and for whom. Patrons leave them out. */
      branchId: branchIdSchema.optional(),
      patron: patronRef.patron.optional(),
      member: patronRef.member,
    })
    .refine(isOneLevel, 'say one of item, part and anyEdition'),
  status: 201,
  output: z.strictObject({
    hold: holdViewSchema,
    /** What is good to know and refuses nothing: a copy stands on the shelf of the pickup branch (C29). */
    warnings: z.array(z.enum(['local-copy-available'])),
  }),
  refusals: {
    ...ruled(refusalsOf.placeHold),
    ...patronRefusals,
    ...openRefusals,
    ...placeRefusals,
    ...changedRefusal,
    'unknown-record': { status: 404, meaning: 'There is no such record in the union catalogue.' },
    'consortium-loan': {
      status: 409,
      meaning: 'No copy can fill a hold now: ask for a consortium loan, or say wait and queue for the copies lent.',
    },
    'patron-missing': { status: 422, meaning: 'At a desk, say for whom.' },
  },
  example: {
    body: { recordId: 'rec_01kb0000000000000000000000', pickupBranch: 'lakeshore.main' },
    output: { hold: placed, warnings: [] },
  },
  errorImpact: 'Nobody can reserve anything.',
});
