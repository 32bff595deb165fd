import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { personSchema } from '../../domain/identity/person.ts';
import { consentAnswersSchema } from '../../domain/record/contact-consents.ts';
import { pinLengthSchema, residenceRefusal, residenceSchema } from '../../schemas.ts';

/**
 * Requests a temporary card for somebody without one, where the consortium permits it: a code sent by e-mail confirms the sign-up. The
 * response does not reveal whether an address is known. The number of sign-ups per branch and hour, and of codes per address and day, is
 * limited.
 */
export const contract = operation({
  id: 'patrons-ask-sign-up',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/sign-ups',
  summary: 'Ask for a temporary card',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write', email: true },
  idempotency: 'none',
  body: z.strictObject({
    /** The branch whose desk will verify them. */
    homeBranch: branchIdSchema,
    person: personSchema.required({ email: true }),
    /** The place of residence, by its code in the consortium's list. */
    residence: residenceSchema.optional(),
    contactConsents: consentAnswersSchema.optional(),
    /** A honeypot: people do not see this field and leave it empty; robots fill it in. */
    website: z.string().max(200).default(''),
  }),
  status: 202,
  output: z.strictObject({ signUpId: z.string(), goodForMinutes: z.number().int(), pinLength: pinLengthSchema }),
  refusals: {
    'sign-up-closed': { status: 403, meaning: 'This consortium gives cards at its desks only.' },
    'no-e-mail': { status: 409, meaning: 'This consortium sends no e-mail: come to a desk.' },
    'branch-unknown': { status: 404, meaning: 'There is no such branch.' },
    ...residenceRefusal,
    'try-later': {
      status: 429,
      meaning: 'Too many sign-ups at this branch in this hour: try again after Retry-After seconds.',
    },
  },
  example: {
    body: {
      homeBranch: 'riverton.main',
      person: { name: { family: 'Okafor', given: 'Amara' }, birthDate: '1987-03-14', email: 'amara@example.org' },
    },
    output: {
      signUpId: 'o4R9xNnY2kq7WfVb1ZtC5uJm8sDhLpQe3aGiTyXcKvM',
      goodForMinutes: 30,
      pinLength: { shortest: 6, longest: 12 },
    },
  },
  errorImpact: 'People without a card must come to a desk first.',
});
