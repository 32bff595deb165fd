import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { noteSchema } from '../../domain/note.ts';
import { deskRefusals, deskRoles, openRefusals } from '../../schemas.ts';

/** Lists the notes about a patron that the desks of a library read: alerts first, then the newest. */
export const contract = operation({
  id: 'patrons-list-notes',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/{patronId}/notes',
  summary: 'Read the notes about a patron',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'query.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  query: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ notes: z.array(noteSchema) }),
  namedOwner: { none: 'Any desk that may open the record reads the notes for all desks (restricted, not-opted-in).' },
  refusals: { 'patron-unknown': deskRefusals['patron-unknown'], ...openRefusals },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    query: { branchId: 'riverton.main' },
    output: {
      notes: [
        {
          noteId: 'nte_01kaw5v7n0000000000000000z',
          at: '2026-03-02T10:00:00.000Z',
          by: 'staff:stf_01kaw5v7n0000000000000000z',
          branchId: 'riverton.main',
          readers: 'own-library',
          text: 'Left an umbrella at the desk.',
          alert: true,
        },
      ],
    },
  },
  errorImpact: 'Desks do not read what was noted about a patron.',
});
