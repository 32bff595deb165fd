import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { departmentSchema } from '../../domain/record/department.ts';

/**
 * Sets a department of the admin's member for its patrons, with the cost centre for their charges from now on; earlier charges do not
 * change. A closed one accepts no new patrons.
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
  idempotency: 'none',
  body: z.strictObject({ branchId: branchIdSchema, ...departmentSchema.shape }),
  output: departmentSchema,
  refusals: { 'member-unknown': { status: 404, meaning: 'There is no such member.' } },
  example: {
    body: { branchId: 'riverton.main', code: 'chemistry', name: 'Chemistry', costCentre: '4711-20' },
    output: { code: 'chemistry', name: 'Chemistry', costCentre: '4711-20', closed: false },
  },
  errorImpact: 'Charges of a department are booked on no cost centre.',
});
