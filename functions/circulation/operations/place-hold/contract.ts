import * as z from 'zod';
import { daySchema } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, atSelfCheck, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdRequestFields, isOneLevel, suspensionSchema } from '../../schemas/hold-requests.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

const { title: _title, ...placed } = exampleHold;

/**
 * Places a hold on a record of the union catalogue: any edition of its work, any copy, one part, or one copy (C26 to C35). When no copy
 * can fill it now, the response is `consortium-loan`: request one at resource sharing, or set `wait` to queue for the copies on loan.
 */
export const contract = operation({
  id: 'circulation-place-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/holds',
  summary: 'Place a hold',
  permission: [{ who: 'patron' }, atDesk, atSelfCheck],
  touches: { table: 'write' },
  idempotency: 'own',
  notForPatrons: ['body.patron', 'body.member'],
  body: z
    .strictObject({
      ...holdRequestFields,
      pickupBranch: branchIdSchema,
      /** The last useful day in the calendar of the pickup branch: the hold ends then unless it is collected (C60). */
      neededUntil: daySchema.optional(),
      suspend: suspensionSchema.optional(),
      /** Queue although all copies are on loan. */
      wait: z.boolean().default(false),
      /** For a desk: its branch, and the patron. Patrons omit them. */
      branchId: branchIdSchema.optional(),
      patron: patronRef.patron.optional(),
      member: patronRef.member,
    })
    .refine(isOneLevel, 'say one of item, part and anyEdition'),
  status: 201,
  output: z.strictObject({
    hold: holdViewSchema,
    /** Warnings that do not refuse the hold: a copy is on the shelf of the pickup branch (C29). */
    warnings: z.array(z.enum(['local-copy-available'])),
  }),
  namedOwner: { none: 'A hold may be placed on an item of any library; rules decide.' },
  refusals: {
    ...ruled(refusalsOf.placeHold),
    ...patronRefusals,
    ...openRefusals,
    ...placeRefusals,
    ...changedRefusal,
    'unknown-record': { status: 404, meaning: 'There is no such record in the union catalogue.' },
    'consortium-loan': {
      status: 409,
      meaning: 'No copy can fill a hold now: request a consortium loan, or set `wait` to queue for copies on loan.',
    },
    'key-reused': { status: 422, meaning: 'This Idempotency-Key was used with another body.' },
    'patron-missing': { status: 422, meaning: 'At a desk, say for whom.' },
  },
  example: {
    body: { recordId: 'rec_01kb0000000000000000000000', pickupBranch: 'lakeshore.main' },
    output: { hold: placed, warnings: [] },
  },
  // The own values of members in limits and holds are read with the policies; titles are in packed records.
  bundleKilobytes: 748,
  errorImpact: 'Patrons and staff cannot place holds.',
});
