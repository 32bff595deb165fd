import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deskRefusals, deskRoles } from '../../schemas.ts';

/**
 * Ends a proxy at once: withdrawn by the patron or at a desk of the home library, or given up by the proxy. What was borrowed under it
 * stays on the patron's account.
 */
export const contract = operation({
  id: 'patrons-withdraw-proxy',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/proxy-withdrawals',
  summary: 'Take back leave to act for a patron',
  permission: [{ who: 'patron' }, { who: 'staff', roles: deskRoles, at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema.optional(),
    /** The patron for whom the proxy acts: omitted by the patron, required from the proxy and from desks. */
    patronId: z.string().min(1).max(64).optional(),
    /** The proxy: omitted by the proxy. */
    proxyId: z.string().min(1).max(64).optional(),
  }),
  output: z.strictObject({ withdrawnAt: z.string() }),
  namedOwner: 'not-home',
  refusals: {
    ...deskRefusals,
    'patron-missing': { status: 422, meaning: 'Say for whom and who.' },
    'no-proxy': { status: 404, meaning: 'There is no such leave.' },
  },
  example: {
    body: { proxyId: 'pat_01kaw5v7n0000000000000002z' },
    output: { withdrawnAt: '2026-03-02T10:00:00.000Z' },
  },
  errorImpact: 'A proxy can still borrow after the patron has withdrawn the permission.',
});
