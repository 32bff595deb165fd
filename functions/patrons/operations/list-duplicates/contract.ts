import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorSchema } from '../../../../layers/platform/http/page.ts';
import { examplePossibleDuplicate, mergeRoles, possibleDuplicateSchema } from '../../schemas.ts';

/**
 * Lists a member's pairs of patrons who may be one person, the oldest first, each with the reasons. A pair leaves the list when it is
 * merged, marked as distinct, or no longer alike; a page may have fewer rows than requested.
 */
export const contract = operation({
  id: 'patrons-list-duplicates',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/duplicate-lists',
  summary: 'List possible duplicate patrons',
  permission: [{ who: 'staff', roles: mergeRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'read' },
  idempotency: 'none',
  body: z.strictObject({ branchId: branchIdSchema, after: cursorSchema.optional() }),
  output: z.strictObject({
    pairs: z.array(z.strictObject({ since: z.string(), one: possibleDuplicateSchema, other: possibleDuplicateSchema })),
    next: z.string().optional(),
  }),
  refusals: { 'bad-cursor': { status: 400, meaning: 'The cursor is not one that this list gave.' } },
  example: {
    body: { branchId: 'riverton.main' },
    output: {
      pairs: [
        {
          since: '2026-03-02T10:00:00.000Z',
          one: { ...examplePossibleDuplicate, patronId: 'pat_01kaw5v7n0000000000000000z', card: '21101000000016' },
          other: examplePossibleDuplicate,
        },
      ],
    },
  },
  errorImpact: 'People keep two cards unseen.',
});
