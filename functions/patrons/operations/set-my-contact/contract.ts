import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { personNameSchema, phonesSchema } from '../../domain/identity/person.ts';
import { consentAnswersSchema } from '../../domain/record/contact-consents.ts';

/**
 * Sets the used name, the phones and the consents to contact of the requesting patron; omitted fields stay. Address, e-mail and place of
 * residence are changed by a desk, which sees a proof; a code for a new PIN is sent to the e-mail address.
 */
export const contract = operation({
  id: 'patrons-set-my-contact',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/contact',
  summary: 'Set the name in use and the contact data',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  body: z.strictObject({
    /** The name to be called by; null is to be called by the legal name again. */
    usedName: personNameSchema.nullable().optional(),
    /** At most two; an empty list removes them. */
    phones: phonesSchema.optional(),
    contactConsents: consentAnswersSchema.optional(),
  }),
  // Names of fields only: their values would be stored for 24 h under an Idempotency-Key.
  output: z.strictObject({ changed: z.array(z.string()) }),
  refusals: {
    gone: { status: 410, meaning: 'This patron is no longer here.' },
    'changed-meanwhile': { status: 409, meaning: 'The record was changed at the same time: say it again.' },
  },
  example: {
    body: {
      usedName: { family: 'Okafor', given: 'Amy' },
      phones: [{ number: '+1 555 010 1234', label: 'mobile' }],
      contactConsents: { sms: true },
    },
    output: { changed: ['usedName', 'phones', 'contactConsents'] },
  },
  errorImpact: 'Patrons cannot correct how the library calls and contacts them.',
});
