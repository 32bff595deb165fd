import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals } from '../../../patrons/public/desk-refusals.ts';
import { deskRoles } from '../../../patrons/public/desk-roles.ts';
import { exampleNoticeList, noticeListSchema } from '../../schemas.ts';

/** Lists a patron's notices of the last 90 days for a desk of the home library, newest first. Notices that became void are omitted. */
export const contract = operation({
  id: 'notices-list-patron-notices',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/patrons/{patronId}',
  summary: 'See which notices a patron got',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'query.branchId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  query: z.strictObject({ branchId: branchIdSchema }),
  output: noticeListSchema,
  owner: 'not-home',
  refusals: deskRefusals,
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    query: { branchId: 'riverton.main' },
    output: exampleNoticeList,
  },
  errorImpact: 'Desks cannot see whether a patron was notified.',
});
