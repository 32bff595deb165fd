import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { personSchema } from '../../domain/identity/person.ts';
import { categorySchema, descriptionRefusals, deskRefusals, deskRoles, residenceSchema } from '../../schemas.ts';

/**
 * Completes a sign-up at a desk of the home library that has verified the person: the temporary card becomes a full one of the same patron.
 * When there are possible duplicates, the desk must decide first: merge the two, or mark them as distinct.
 */
export const contract = operation({
  id: 'patrons-finish-sign-up',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/verifications',
  summary: 'Make a temporary card a full one',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The number of the new card. */
    card: cardNumberSchema,
    category: categorySchema,
    /** The card's last day of validity; a term of its category by policy when absent. */
    expiresOn: z.iso.date().optional(),
    /** The person by their identity papers; as signed up when absent. */
    person: personSchema.optional(),
    /** The proven place of residence; as signed up when absent. */
    residence: residenceSchema.optional(),
    /** The desk checked the possible duplicates: it is none of them. */
    isDistinct: z.boolean().default(false),
    note: someLines(500).optional(),
  }),
  output: z.strictObject({ patronId: z.string(), expiresOn: z.string() }),
  owner: 'not-home',
  refusals: {
    ...deskRefusals,
    ...descriptionRefusals,
    'not-temporary': { status: 409, meaning: 'This patron has a full card already.' },
    'same-card': { status: 409, meaning: 'The patron has this card already: scan the new one.' },
    'card-taken': { status: 409, meaning: 'Somebody in the consortium has or had this card number.' },
    'may-be-known': { status: 409, meaning: 'Somebody alike is known: merge them, or say that it is nobody alike.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed this patron at the same time: look again.' },
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', card: '21101000000040', category: 'adult' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z', expiresOn: '2029-03-02' },
  },
  errorImpact: 'People who signed up cannot get a full card.',
});
