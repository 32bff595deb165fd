import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { partnerKeepers, partnerPath, partnerRefusals, unknownPartner } from '../../schemas/partners.ts';

/**
 * Gives a partner a new secret, returned once. The old one stays valid for some hours, so that the partner can change
 * over; 0 ends it at once.
 */
export const contract = operation({
  id: 'resource-sharing-rotate-partner-secret',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/partners/{partnerId}/secret',
  summary: 'Give a partner a new secret',
  permission: partnerKeepers,
  bundleKilobytes: 964,
  touches: { table: 'write' },
  // The answer is not stored: it would hold the secret in the clear.
  idempotency: 'none',
  params: partnerPath,
  body: z.strictObject({ oldStaysHours: z.int().min(0).max(168).default(24) }),
  output: z.strictObject({
    partnerId: z.string(),
    secret: z.string(),
    secretSince: z.string(),
    oldSecretUntil: z.string(),
  }),
  refusals: { ...unknownPartner, 'changed-meanwhile': partnerRefusals['changed-meanwhile'] },
  example: {
    params: { partnerId: 'prt_01kb0000000000000000000000' },
    body: { oldStaysHours: 24 },
    output: {
      partnerId: 'prt_01kb0000000000000000000000',
      secret: 'shown this once',
      secretSince: '2026-11-24T15:00:00.000Z',
      oldSecretUntil: '2026-11-25T15:00:00.000Z',
    },
  },
  errorImpact: 'A secret that leaked stays good.',
});
