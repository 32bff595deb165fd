import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { personNameSchema } from '../../domain/identity/person.ts';
import { deskRoles } from '../../schemas.ts';

/**
 * Lists the people who signed up for a temporary card of the desk's member and wait for a desk to verify them; the earliest last day
 * first, as who is not verified by then is erased. A page may have fewer rows than requested.
 */
export const contract = operation({
  id: 'patrons-list-sign-ups',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/branches/{branchId}/sign-ups',
  summary: 'List the sign-ups that wait for a desk',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'path.branchId' } }],
  assurance: 'full',
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({
    signUps: z.array(
      z.strictObject({
        patronId: z.string(),
        name: personNameSchema,
        birthDate: z.string().optional(),
        card: z.string(),
        homeBranch: branchIdSchema,
        registeredAt: z.string(),
        expiresOn: z.string(),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: {
      signUps: [
        {
          patronId: 'pat_01kaw5v7n0000000000000000z',
          name: { family: 'Okafor', given: 'Amara' },
          birthDate: '1987-03-14',
          card: 'T2094837120',
          homeBranch: 'riverton.main',
          registeredAt: '2026-11-24T15:00:00.000Z',
          expiresOn: '2026-12-24',
        },
      ],
    },
  },
  errorImpact: 'People who signed up wait for a full card.',
});
