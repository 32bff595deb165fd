import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, deskRoles, examplePossibleDuplicate, possibleDuplicateSchema } from '../../schemas.ts';

/**
 * Lists who may be the same person as a patron of the desk's member, and why: same name and birth date, e-mail or phone. Patrons marked as
 * distinct are left out. A POST, as the response contains names, which must not appear in a URL or log.
 */
export const contract = operation({
  id: 'patrons-list-possible-duplicates',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/{patronId}/likenesses',
  summary: 'Find possible duplicates of a patron',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  assurance: 'full',
  touches: { table: 'read' },
  idempotency: 'none',
  params: z.strictObject({ patronId: z.string().min(1).max(64) }),
  body: z.strictObject({ branchId: branchIdSchema }),
  output: z.strictObject({ duplicates: z.array(possibleDuplicateSchema) }),
  owner: 'not-home',
  refusals: deskRefusals,
  example: {
    params: { patronId: 'pat_01kaw5v7n0000000000000000z' },
    body: { branchId: 'riverton.main' },
    output: { duplicates: [examplePossibleDuplicate] },
  },
  errorImpact: 'One person keeps two cards unseen.',
});
