import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { personNameSchema } from '../../domain/identity/person.ts';
import { deskRoles } from '../../schemas.ts';

/**
 * Lists the cards of the patrons of a branch or its member that expire in the coming days (both limits inclusive), by branch, the earliest
 * first. A card enters the list moments after it was issued, renewed or edited; cards renewed or erased meanwhile are left out. A page
 * reads `limit` entries of the list and may show fewer.
 */
export const contract = operation({
  id: 'patrons-list-expiring-cards',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/branches/{branchId}/expiring-cards',
  summary: 'List the own cards that end in the coming days',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'path.branchId' } }],
  // A list of many patrons, with what they can be reached by.
  assurance: 'full',
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject({
    /** The branch alone, or all branches of its member. */
    of: z.enum(['branch', 'member']).default('branch'),
    /** The number of days ahead. */
    days: z.coerce.number().int().min(1).max(180).default(30),
    ...pageQuery,
  }),
  output: z.strictObject({
    cards: z.array(
      z.strictObject({
        patronId: z.string(),
        name: personNameSchema,
        card: z.string(),
        category: z.string(),
        homeBranch: branchIdSchema,
        expiresOn: z.string(),
      }),
    ),
    /** The period of the list. */
    from: z.string(),
    to: z.string(),
    next: z.string().optional(),
  }),
  refusals: {
    'branch-unknown': { status: 404, meaning: 'There is no such branch.' },
    ...cursorRefusal,
  },
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: {
      cards: [
        {
          patronId: 'pat_01kaw5v7n0000000000000000z',
          name: { family: 'Okafor', given: 'Amara' },
          card: '21101000000016',
          category: 'adult',
          homeBranch: 'riverton.main',
          expiresOn: '2026-12-09',
        },
      ],
      from: '2026-11-24',
      to: '2026-12-24',
    },
  },
  errorImpact: 'Staff cannot see the cards that expire soon.',
});
