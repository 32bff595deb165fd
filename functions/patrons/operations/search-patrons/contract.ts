import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { personNameSchema } from '../../domain/identity/person.ts';
import { deskRoles } from '../../schemas.ts';

/**
 * Finds the patrons of the desk's member by what staff know: a name with its parts in any order, a birth date, a whole card number, an
 * e-mail address, a phone number; or lists them by a prefix of their names, which a badge or code at a shared desk does not suffice for.
 */
export const contract = operation({
  id: 'patrons-search-patrons',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/searches',
  summary: 'Find the own member’s patrons by name, birth date, card, e-mail or phone',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The beginning of the family name, legal or used; capitals and accents are ignored. It takes the full sign-in. */
    name: z.string().max(100).default(''),
    /**
     * Free text instead of `name`: words of the names in any order, with a birth date beside them or alone (2001-04-30, 30.4.2001,
     * 4/30/2001), or one card number or its last four digits, an e-mail address or a phone number. It has no further pages.
     */
    text: oneLine(100).optional(),
    limit: z.int().min(1).max(50).default(50),
    after: cursorSchema.optional(),
  }),
  output: z.strictObject({
    patrons: z.array(
      z.strictObject({
        patronId: z.string(),
        /** The used name, where the patron has one. */
        name: personNameSchema,
        /** The name on identity papers, where the patron uses another. */
        legalName: personNameSchema.optional(),
        card: z.string(),
        birthDate: z.string().optional(),
        category: z.string(),
        homeBranch: branchIdSchema,
        expiresOn: z.string(),
        /** A block of any member or of the consortium applies today. */
        blocked: z.boolean(),
      }),
    ),
    /** More patrons fit the text: a further word or a birth date narrows it. */
    more: z.literal(true).optional(),
    next: z.string().optional(),
  }),
  refusals: {
    'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' },
    'full-sign-in-needed': {
      status: 403,
      meaning:
        'The list by names needs the full sign-in: a badge or code at a shared desk suffices for a search by text.',
    },
  },
  example: {
    body: { branchId: 'riverton.main', text: 'amara oka', limit: 20 },
    output: {
      patrons: [
        {
          patronId: 'pat_01kaw5v7n0000000000000000z',
          name: { family: 'Okafor', given: 'Amara' },
          card: '21101000000016',
          birthDate: '1987-03-14',
          category: 'adult',
          homeBranch: 'riverton.main',
          expiresOn: '2028-03-31',
          blocked: false,
        },
      ],
    },
  },
  errorImpact: 'A patron without the card at hand cannot be found.',
});
