import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { noteReaders, noteTextSchema } from '../../domain/record/note.ts';
import { deskRefusals, deskRoles, openRefusals } from '../../schemas.ts';

/**
 * Adds a note about a patron at any desk that may open the record: for all desks, or for those of the own library. As an alert it is shown
 * whenever the card is scanned, until staff clear it. The patron reads notes in the export of the own data.
 */
export const contract = operation({
  id: 'patrons-add-note',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/notes',
  summary: 'Add a note about a patron',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({
    branchId: branchIdSchema,
    text: noteTextSchema,
    readers: z.enum(noteReaders).default('own-library'),
    alert: z.boolean().default(false),
  }),
  status: 201,
  output: z.strictObject({ noteId: z.string() }),
  owner: {
    none: 'Any desk that may open the record notes something about the patron (restricted, not-opted-in).',
  },
  refusals: {
    'patron-unknown': deskRefusals['patron-unknown'],
    ...openRefusals,
    'too-many-notes': { status: 409, meaning: 'The patron has a hundred notes: remove some first.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', text: 'Left an umbrella at the desk.', readers: 'own-library', alert: true },
    output: { noteId: 'nte_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'Desks cannot add notes about a patron.',
});
