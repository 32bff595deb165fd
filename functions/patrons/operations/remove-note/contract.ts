import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, deskRoles, noteRefusals } from '../../schemas.ts';

/** Removes a note about a patron. The log of changes contains who removed one and when, not its text. */
export const contract = operation({
  id: 'patrons-remove-note',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/notes/{noteId}/removals',
  summary: 'Remove a note about a patron',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64), noteId: z.string().min(1).max(100) }),
  body: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ noteId: z.string() }),
  owner: 'note-unknown',
  refusals: { 'patron-unknown': deskRefusals['patron-unknown'], ...noteRefusals },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z', noteId: 'nte_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main' },
    output: { noteId: 'nte_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'Notes stay that should not.',
});
