import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { departmentSchema, storedDepartmentSchema } from '../../domain/record/department.ts';

/**
 * Adds a department of the admin's member for its patrons, or changes it, with the cost centre for their charges from now on; earlier
 * charges do not change. A closed one accepts no new patrons. A change names the version that was read; without one the code must be new.
 */
export const contract = operation({
  id: 'patrons-set-department',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/departments',
  summary: 'Set a department with its cost centre',
  permission: [{ who: 'staff', roles: ['member-admin'], at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  body: z.strictObject({ branchId: branchIdSchema, ...departmentSchema.shape, version: z.int().min(1).optional() }),
  output: storedDepartmentSchema,
  refusals: {
    'member-unknown': { status: 404, meaning: 'There is no such member.' },
    'department-exists': { status: 409, meaning: 'The member has a department of this code.' },
    'changed-meanwhile': { status: 409, meaning: 'The department was changed since it was read.' },
  },
  example: {
    body: { branchId: 'riverton.main', code: 'chemistry', name: 'Chemistry', costCentre: '4711-20' },
    output: { code: 'chemistry', name: 'Chemistry', costCentre: '4711-20', closed: false, version: 1 },
  },
  errorImpact: 'Charges of a department are booked on no cost centre.',
});
