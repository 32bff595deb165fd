import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals } from '../../../patrons/public/desk-refusals.ts';
import { deskRoles } from '../../../patrons/public/desk-roles.ts';
import { choicesInput, choicesRefusals, choicesViewSchema, exampleChoices, exampleChoicesView } from '../../schemas.ts';

/** Sets a patron's choices at the home library, on the patron's request; the patron's log names the staff user. */
export const contract = operation({
  id: 'notices-set-patron-choices',
  context: 'notices',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/notices/patrons/{patronId}/choices',
  summary: 'Set a patron’s choices of notices',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write', texts: 'offer' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema, ...choicesInput }),
  output: choicesViewSchema,
  owner: 'not-home',
  refusals: { ...deskRefusals, ...choicesRefusals },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', ...exampleChoices },
    output: exampleChoicesView,
  },
  errorImpact: 'Desks cannot stop notices that a patron does not want.',
});
