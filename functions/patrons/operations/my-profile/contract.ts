import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { personSchema } from '../../domain/identity/person.ts';
import { contactConsentsSchema } from '../../domain/record/contact-consents.ts';
import { blockViewSchema, consentSchema, pinLengthSchema } from '../../schemas.ts';

/** Returns the consortium's data on the requesting patron. */
export const contract = operation({
  id: 'patrons-my-profile',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/me',
  summary: 'Read one’s own profile',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({
    patronId: z.string(),
    card: z.string(),
    homeMember: z.string(),
    homeBranch: z.string(),
    category: z.string(),
    expiresOn: z.string(),
    loans: z.number().int(),
    holds: z.number().int(),
    /** In minor units. */
    owed: z.number().int(),
    /** Whether the patron keeps a history of returned loans. */
    keepsHistory: z.boolean(),
    /** The blocks that apply now. */
    blocks: z.array(blockViewSchema),
    person: personSchema,
    /** The code of the place of residence. */
    residence: z.string().optional(),
    contactConsents: contactConsentsSchema,
    /** The data that other libraries may see; `optIn`: they open the record only with the patron’s consent. */
    sharing: z.strictObject({ optIn: z.boolean(), consents: z.array(consentSchema) }),
    pinLength: pinLengthSchema,
  }),
  refusals: { gone: { status: 410, meaning: 'This patron is no longer here.' } },
  example: {
    output: {
      patronId: 'pat_01kaw5v7n0000000000000000z',
      card: '21101000000016',
      homeMember: 'riverton',
      homeBranch: 'riverton.main',
      category: 'adult',
      expiresOn: '2028-03-31',
      loans: 3,
      holds: 1,
      owed: 250,
      keepsHistory: false,
      blocks: [],
      person: { name: { family: 'Okafor', given: 'Amara' }, email: 'amara.okafor@example.org' },
      residence: 'riverton',
      contactConsents: { email: { given: true, at: '2026-03-02T10:00:00.000Z' } },
      sharing: { optIn: false, consents: [] },
      pinLength: { shortest: 6, longest: 12 },
    },
  },
  errorImpact: 'Patrons cannot see their account.',
});
