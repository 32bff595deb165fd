import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { storedDepartmentSchema } from '../../domain/record/department.ts';
import { deskRoles } from '../../schemas.ts';

/** Lists the departments of the desk's member, for assigning patrons. */
export const contract = operation({
  id: 'patrons-list-departments',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/departments',
  summary: 'List the departments of the own member',
  permission: [
    { who: 'staff', roles: [...deskRoles, 'member-admin', 'member-finance'], at: { branch: 'query.branchId' } },
  ],
  touches: { table: 'read' },
  query: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ departments: z.array(storedDepartmentSchema) }),
  refusals: {},
  example: {
    query: { branchId: 'riverton.main' },
    output: {
      departments: [{ code: 'chemistry', name: 'Chemistry', costCentre: '4711-20', closed: false, version: 1 }],
    },
  },
  errorImpact: 'Nobody can be put into a department.',
});
