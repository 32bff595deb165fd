import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { personSchema } from '../../domain/identity/person.ts';
import { consentAnswersSchema } from '../../domain/record/contact-consents.ts';
import {
  categorySchema,
  classesSchema,
  descriptionRefusals,
  deskRoles,
  pinRefusals,
  residenceSchema,
} from '../../schemas.ts';

/** Registers a patron at a desk: one card for the whole consortium, a home branch, a category. */
export const contract = operation({
  id: 'patrons-register-patron',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/registrations',
  summary: 'Register a patron',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The default pickup branch of the patron; the desk's own when absent. */
    homeBranch: branchIdSchema.optional(),
    card: cardNumberSchema,
    category: categorySchema,
    /** The card's last day of validity, today or later; a term of its category by policy when absent. */
    expiresOn: z.iso.date().optional(),
    classes: classesSchema.optional(),
    /** The place of residence, by its code in the consortium's list. */
    residence: residenceSchema.optional(),
    /** By which channels the library may contact the patron; the time of each answer is stored with it. */
    contactConsents: consentAnswersSchema.optional(),
    person: personSchema,
    pin: z.string().max(64).optional(),
    guarantorId: z.string().min(1).max(64).optional(),
  }),
  status: 201,
  // No name in the response: it is stored for 24 h under an Idempotency-Key, where an erasure would not find it.
  output: z.strictObject({ patronId: z.string() }),
  namedOwner: 'home-elsewhere',
  refusals: {
    'card-taken': { status: 409, meaning: 'Somebody in the consortium has or had this card number.' },
    'branch-unknown': { status: 404, meaning: 'There is no such branch.' },
    'home-elsewhere': { status: 422, meaning: 'The home branch belongs to another member than the desk.' },
    'guarantor-unknown': { status: 422, meaning: 'The guarantor is no patron.' },
    ...descriptionRefusals,
    ...pinRefusals,
  },
  example: {
    body: {
      branchId: 'riverton.main',
      card: '21101000000016',
      category: 'adult',
      expiresOn: '2028-03-31',
      person: {
        name: { family: 'Okafor', given: 'Amara' },
        birthDate: '1987-03-14',
        email: 'amara.okafor@example.org',
        phones: [{ number: '+1 555 010 1234', label: 'mobile' }],
        address: { lines: ['12 Mill Street'], locality: 'Riverton', region: 'NY', postalCode: '12345' },
        language: 'eng',
      },
      residence: 'riverton',
      contactConsents: { email: true, phone: false },
    },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'Desks cannot register patrons.',
});
