import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { auditEntrySchema } from '../../../../layers/records/audit/domain/audit-entry.ts';
import { CONSORTIUM } from '../../../../layers/records/audit/domain/audit-place.ts';

/**
 * Lists the audit log of a member, or of the consortium, in a month, newest first: who changed what, when and why. The consortium's own
 * entries are those that concern no single member; it finds the entries about a subject of any member.
 */
export const contract = operation({
  id: 'membership-list-audit',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/audit',
  summary: 'List the audit log of a member or of the consortium',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin', 'auditor'], at: { member: 'query.memberId' } }],
  touches: { table: 'read' },
  query: z.strictObject({
    memberId: z.union([memberIdSchema, z.literal(CONSORTIUM)]),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    subject: z.string().min(1).max(200).optional(),
    by: z.string().min(1).max(100).optional(),
    ...pageQuery,
  }),
  output: z.strictObject({
    entries: z.array(auditEntrySchema),
    /** The names of the staff who acted, and of those who are subjects, by actor. */
    names: actorNamesSchema,
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    query: { memberId: 'riverton', month: '2026-11' },
    output: {
      entries: [
        {
          auditId: 'aud_01kaw5v7n0000000000000000z',
          subject: 'branch:riverton.main',
          at: '2026-11-24T10:00:00.000Z',
          by: 'staff:stf_01kaw5v7n0000000000000000z',
          did: 'update-branch',
          detail: { changed: ['phone'] },
        },
      ],
      names: { 'staff:stf_01kaw5v7n0000000000000000z': 'Amina Diallo' },
    },
  },
  errorImpact: 'Nobody can see who changed roles, rules or settings.',
});
