import * as z from 'zod';
import { grantSchema, roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskPassSchema } from '../../domain/desk.ts';
import { exampleDeskPass, exampleStaff } from '../../schemas/examples.ts';

const { staffId: id, name, memberId: member, grants } = exampleStaff;

/** Returns the caller's identity, which the web app shows and by which it selects its pages. */
export const contract = operation({
  id: 'membership-whoami',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/me',
  summary: 'Show the signed-in user',
  permission: [
    { who: 'staff', roles, at: 'own-member' },
    { who: 'patron' },
    { who: 'machine', scope: 'any', at: 'own-member' },
  ],
  touches: { table: 'read' },
  output: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('staff'),
      id: z.string(),
      name: z.string(),
      member: z.string(),
      grants: z.array(grantSchema),
      /** Since when the person has a code and a badge for shared desks. */
      deskPass: deskPassSchema,
      /** The shared desk where the person signed in by badge or code. */
      desk: z.string().optional(),
    }),
    z.strictObject({ kind: z.literal('patron'), id: z.string(), name: z.string(), member: z.string() }),
    z.strictObject({
      kind: z.literal('machine'),
      id: z.string(),
      name: z.string(),
      member: z.string(),
      scopes: z.array(z.string()),
      branch: z.string().optional(),
    }),
  ]),
  refusals: { gone: { status: 410, meaning: 'Who this token was made for is no longer here.' } },
  example: { output: { kind: 'staff', id, name, member, grants, deskPass: exampleDeskPass } },
  errorImpact: 'The web app does not know who is signed in.',
});
