import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { cardRefusals, deskRoles, openRefusals } from '../../schemas.ts';

/**
 * Records at a desk of another member that the patron, present with the card, consented to opening the record there (C76). The patron can
 * read and withdraw it.
 */
export const contract = operation({
  id: 'patrons-note-opt-in',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/opt-ins',
  summary: 'Note that a patron agreed to be opened here',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema,
    card: cardNumberSchema,
    member: memberIdSchema.optional(),
  }),
  output: z.strictObject({ patronId: z.string() }),
  refusals: {
    ...cardRefusals,
    restricted: openRefusals.restricted,
    'changed-meanwhile': { status: 409, meaning: 'Consents were changed at the same time: note it again.' },
  },
  example: {
    body: { branchId: 'lakeshore.main', card: '21101000000016' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'Staff cannot open the records of patrons of other libraries who consented.',
});
