import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, deskRoles } from '../../schemas.ts';

/** Renews a card at the home library by its category's term (policy `patrons`); the number stays. */
export const contract = operation({
  id: 'patrons-renew-card',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/card-renewals',
  summary: 'Renew a patron’s card',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The last day of validity, for less than the whole term. */
    expiresOn: z.iso.date().optional(),
  }),
  output: z.strictObject({ patronId: z.string(), expiresOn: z.string() }),
  owner: 'not-home',
  refusals: {
    ...deskRefusals,
    'branch-unknown': { status: 404, meaning: 'There is no such branch.' },
    'card-not-due': { status: 409, meaning: 'It is too early to renew this card.' },
    'owes-too-much': { status: 409, meaning: 'The patron owes more than a renewal allows.' },
    'beyond-term': { status: 422, meaning: 'The day lies beyond the term of the patron’s category.' },
    'not-later': { status: 422, meaning: 'The card is good at least as long already.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed this card at the same time: look again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z', expiresOn: '2031-03-31' },
  },
  errorImpact: 'Expired cards stay expired.',
});
