import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { openRefusals } from '../../../patrons/public/open-refusals.ts';
import { atDesk, placeRefusals } from '../../schemas/decisions.ts';
import { holdRequestFields, isOneLevel } from '../../schemas/hold-requests.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

/**
 * Lists the branches where a patron may pick up a requested hold: exactly those for which placing it would be accepted now (C30). A
 * POST, because the request is structured and a card number must not appear in a URL. Changes nothing.
 */
export const contract = operation({
  id: 'circulation-list-pickup-places',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/pickup-places',
  summary: 'See where a hold can be picked up',
  permission: [{ who: 'patron' }, atDesk],
  touches: { table: 'read' },
  notForPatrons: ['body.patron', 'body.member'],
  idempotency: 'none',
  body: z
    .strictObject({
      ...holdRequestFields,
      branchId: branchIdSchema.optional(),
      patron: patronRef.patron.optional(),
      member: patronRef.member,
    })
    .refine(isOneLevel, 'say one of item, part and anyEdition'),
  output: z.strictObject({
    places: z.array(z.strictObject({ branchId: branchIdSchema, name: z.string(), memberId: z.string() })),
  }),
  namedOwner: { none: 'A hold may be placed on an item of any library; rules decide.' },
  refusals: {
    ...patronRefusals,
    ...openRefusals,
    'no-policies': placeRefusals['no-policies'],
    'unknown-record': { status: 404, meaning: 'There is no such record in the union catalogue.' },
    'no-holdable-copy': { status: 409, meaning: 'No copy in the consortium can be held.' },
    'patron-missing': { status: 422, meaning: 'At a desk, say for whom.' },
  },
  example: {
    body: { recordId: 'rec_01kb0000000000000000000000' },
    output: { places: [{ branchId: 'lakeshore.main', name: 'Lakeshore Main Library', memberId: 'lakeshore' }] },
  },
  errorImpact: 'Patrons choose pickup branches that are refused afterwards.',
});
