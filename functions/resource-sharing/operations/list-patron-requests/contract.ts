import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { deskRefusals } from '../../../patrons/public/desk-refusals.ts';
import { deskRoles } from '../../../patrons/public/desk-roles.ts';
import { loanRequestRowSchema } from '../../domain/requests/view-schemas.ts';
import { exampleRow } from '../../schemas/requests.ts';

/** Lists a patron’s loan requests for a desk of the home library, newest first, including ended ones. */
export const contract = operation({
  id: 'resource-sharing-list-patron-requests',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/patrons/{patronId}/requests',
  summary: 'List a patron’s loan requests',
  permission: [{ who: 'staff', roles: [...deskRoles, 'ill'], at: { branch: 'query.branchId' } }],
  bundleKilobytes: 982,
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  query: z.strictObject({ branchId: branchIdSchema, ...pageQuery }),
  output: z.strictObject({ requests: z.array(loanRequestRowSchema), next: z.string().optional() }),
  owner: 'not-home',
  refusals: { ...deskRefusals, ...cursorRefusal },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    query: { branchId: 'riverton.main' },
    output: { requests: [exampleRow] },
  },
  errorImpact: 'Desks cannot see the progress of a patron’s requests.',
});
