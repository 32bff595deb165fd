import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema, replacementReasons } from '../../domain/cards/card.ts';
import { deskRefusals, deskRoles, replacementRefusals } from '../../schemas.ts';

/**
 * Replaces a patron's card. Loans, holds and debts stay; the old number is refused with the reason, or removed from this patron when it was
 * shared. All sessions of the patron end within a minute.
 */
export const contract = operation({
  id: 'patrons-replace-card',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/card-replacements',
  summary: 'Replace a patron’s card',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({
    branchId: branchIdSchema,
    card: cardNumberSchema,
    reason: z.enum(replacementReasons).exclude(['merged', 'temporary']),
  }),
  output: z.strictObject({ patronId: z.string() }),
  owner: 'not-home',
  refusals: {
    ...deskRefusals,
    ...replacementRefusals,
  },
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main', card: '21101000000024', reason: 'lost' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z' },
  },
  errorImpact: 'A lost card stays good.',
});
