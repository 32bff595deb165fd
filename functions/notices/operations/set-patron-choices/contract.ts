import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/membership/member.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, deskRoles } from '../../../patrons/public/desk-refusals.ts';
import {
  choicesRefusals,
  choicesViewSchema,
  choicesWish,
  exampleChoices,
  exampleChoicesView,
} from '../../schemas/shapes.ts';

/** The home library notes what a patron wants to be told of, on the patron's request; who did it is in the patron's log. */
export const contract = operation({
  id: 'notices-set-patron-choices',
  context: 'notices',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/notices/patrons/{patronId}/choices',
  summary: 'Choose for a patron what the patron is told of',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema, ...choicesWish }),
  output: choicesViewSchema,
  refusals: { ...deskRefusals, ...choicesRefusals },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', ...exampleChoices },
    output: exampleChoicesView,
  },
  errorImpact: 'Desks cannot stop notices that a patron does not want.',
});
