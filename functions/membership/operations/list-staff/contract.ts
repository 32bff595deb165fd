import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { CONSORTIUM } from '../../domain/staff.ts';
import { listedStaffSchema } from '../../schemas/desks.ts';
import { exampleDeskPass, exampleStaff } from '../../schemas/examples.ts';

/** Lists the staff of a member, or of the consortium, with their roles, and since when each has a code and a badge for shared desks. */
export const contract = operation({
  id: 'membership-list-staff',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/staff',
  summary: 'List the staff of a member or of the consortium',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin', 'auditor'], at: { member: 'query.memberId' } }],
  touches: { table: 'read' },
  query: z.strictObject({ memberId: z.union([memberIdSchema, z.literal(CONSORTIUM)]), after: cursorSchema.optional() }),
  output: z.strictObject({ staff: z.array(listedStaffSchema), next: z.string().optional() }),
  refusals: { 'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' } },
  example: { query: { memberId: 'riverton' }, output: { staff: [{ ...exampleStaff, deskPass: exampleDeskPass }] } },
  errorImpact: 'Nobody can see who holds which role.',
});
