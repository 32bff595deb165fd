import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals } from '../../../patrons/public/desk-refusals.ts';
import { deskRoles } from '../../../patrons/public/desk-roles.ts';
import { choicesViewSchema, exampleChoicesView } from '../../schemas.ts';

/** Shows a patron's choices of notices to the home library. */
export const contract = operation({
  id: 'notices-show-patron-choices',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/patrons/{patronId}/choices',
  summary: 'See a patron’s choices of notices',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'query.branchId' } }],
  touches: { table: 'read', texts: 'offer' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  query: z.strictObject({ branchId: branchIdSchema }),
  output: choicesViewSchema,
  owner: 'not-home',
  refusals: deskRefusals,
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    query: { branchId: 'riverton.main' },
    output: exampleChoicesView,
  },
  errorImpact: 'Desks cannot see why a patron got no notice.',
});
