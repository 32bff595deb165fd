import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskViewSchema } from '../../domain/access/desk-view.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { cardRefusals, deskRoles, openRefusals } from '../../schemas.ts';

/**
 * Finds the patron of a card at any desk. Outside the home member it shows little, and the access is recorded where the patron can read it:
 * so this is a POST, and the number stays out of URLs and logs.
 */
export const contract = operation({
  id: 'patrons-look-up-patron',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/look-ups',
  summary: 'Find a patron by card',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.union([
    z.strictObject({
      branchId: branchIdSchema,
      card: cardNumberSchema,
      /** The member of the patron, when two members issued the same old number. */
      member: memberIdSchema.optional(),
    }),
    z.strictObject({ branchId: branchIdSchema, patronId: z.string().min(1).max(64) }),
  ]),
  output: deskViewSchema,
  namedOwner: {
    none: 'Any desk looks any patron up, as far as the patrons’ policy opens the record (restricted, not-opted-in).',
  },
  refusals: {
    ...cardRefusals,
    'patron-unknown': { status: 404, meaning: 'There is no such patron.' },
    ...openRefusals,
    'branch-unknown': { status: 404, meaning: 'There is no such branch.' },
  },
  example: {
    body: { branchId: 'lakeshore.main', card: '21101000000016' },
    output: {
      at: 'elsewhere',
      blocks: [],
      patronId: 'pat_01kaw5v7n0000000000000000z',
      name: { family: 'Okafor', given: 'Amara' },
      homeMember: 'riverton',
      cardState: 'good',
      mayBorrow: true,
      owed: 250,
      notes: [],
    },
  },
  errorImpact: 'Desks cannot look up a patron by card.',
});
