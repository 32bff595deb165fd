import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { cardRefusals, deskRoles, exampleProxy, openRefusals, proxyViewSchema } from '../../schemas.ts';

const relativeSchema = z.strictObject({ patronId: z.string(), name: z.string() });

/**
 * Lists for whom the holder of this card may borrow or collect, and who may for the holder: at any desk, as holds are collected anywhere.
 * An access outside the home member is recorded where the patron can read it.
 */
export const contract = operation({
  id: 'patrons-list-proxies',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/proxy-looks',
  summary: 'See at the desk who acts for whom',
  permission: [{ who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.union([
    z.strictObject({ branchId: branchIdSchema, card: cardNumberSchema, member: memberIdSchema.optional() }),
    z.strictObject({ branchId: branchIdSchema, patronId: z.string().min(1).max(64) }),
  ]),
  output: z.strictObject({
    patronId: z.string(),
    given: z.array(proxyViewSchema),
    had: z.array(proxyViewSchema),
    /** At the home library: who answers for the patron, and for whom the patron answers. */
    guarantor: relativeSchema.optional(),
    dependants: z.array(relativeSchema).optional(),
  }),
  namedOwner: {
    none: 'Any desk looks any patron up, as far as the patrons’ policy opens the record (restricted, not-opted-in).',
  },
  refusals: { ...cardRefusals, ...openRefusals },
  example: {
    body: { branchId: 'riverton.main', card: '21101000000016' },
    output: {
      ...{ patronId: 'pat_01kaw5v7n0000000000000000z', given: [exampleProxy], had: [], dependants: [] },
      guarantor: { patronId: 'pat_01kaw5v7n0000000000000008z', name: 'Ngozi Okafor' },
    },
  },
  errorImpact: 'Desks cannot see whether a person may collect for a patron.',
});
