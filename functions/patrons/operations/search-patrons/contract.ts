import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { personNameSchema } from '../../domain/person.ts';
import { deskRoles } from '../../schemas.ts';

/** Finds the patrons of the desk's member by a prefix of their names. */
export const contract = operation({
  id: 'patrons-search-patrons',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/searches',
  summary: 'Find the own member’s patrons by name',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema,
    /** The beginning of the family name, legal or used; capitals and accents are ignored. */
    name: z.string().max(100).optional(),
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
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: { 'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' } },
  example: {
    body: { branchId: 'riverton.main', name: 'oka' },
    output: {
      patrons: [
        {
          patronId: 'pat_01kaw5v7n0000000000000000z',
          name: { family: 'Okafor', given: 'Amara' },
          card: '21101000000016',
          birthDate: '1987-03-14',
        },
      ],
    },
  },
  errorImpact: 'A patron without the card at hand cannot be found.',
});
