import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, deskRoles, examplePossibleDuplicate, possibleDuplicateSchema } from '../../schemas.ts';

/**
 * A desk asks who may be the same person as a patron of its own, and why: same name and birth date, e-mail or phone. Whoever
 * was said to be another person is left out. A POST, as names are answered that belong in no address or log.
 */
export const contract = operation({
  id: 'patrons-list-possible-duplicates',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/likenesses',
  summary: 'Find who may be the same person',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'read' },
  idempotency: 'none',
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ duplicates: z.array(possibleDuplicateSchema) }),
  refusals: deskRefusals,
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main' },
    output: { duplicates: [examplePossibleDuplicate] },
  },
  errorImpact: 'One person keeps two cards unseen.',
});
