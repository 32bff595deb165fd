import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { deskSchema } from '../../domain/desk.ts';
import { exampleDesk } from '../../schemas/examples.ts';

/** Lists the shared desks of a member, also the withdrawn ones. */
export const contract = operation({
  id: 'membership-list-desks',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/desks',
  summary: 'List the shared desks of a member',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin', 'auditor'], at: { member: 'query.memberId' } }],
  touches: { table: 'read' },
  query: z.strictObject({ memberId: memberIdSchema, after: cursorSchema.optional() }),
  output: z.strictObject({ desks: z.array(deskSchema), next: z.string().optional() }),
  refusals: { 'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' } },
  example: {
    query: { memberId: 'riverton' },
    output: { desks: [{ ...exampleDesk, usedAt: '2026-11-30T08:55:00.000Z' }] },
  },
  errorImpact: 'Nobody can see which devices are shared desks.',
});
