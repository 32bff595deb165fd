import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { partnerSchema, partnerTermsSchema } from '../../domain/partners/partner.ts';
import {
  examplePartner,
  exampleTerms,
  outboundSecretSchema,
  partnerKeepers,
  partnerRefusals,
} from '../../schemas/partners.ts';

/**
 * Registers a partner (a library or broker outside the consortium), by consortium IT. The secret that it presents to us
 * is returned once and stored as a hash; the secret that we present to it is stored encrypted and never returned.
 */
export const contract = operation({
  id: 'resource-sharing-add-partner',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/partners',
  summary: 'Register a partner outside',
  permission: partnerKeepers,
  touches: { table: 'write', partners: 'keep' },
  // The answer is not stored: it would hold the secret in the clear.
  idempotency: 'none',
  body: z.strictObject({ ...partnerTermsSchema.shape, outboundSecret: outboundSecretSchema.optional() }),
  status: 201,
  output: z.strictObject({ ...partnerSchema.shape, secret: z.string() }),
  refusals: partnerRefusals,
  example: {
    body: { ...exampleTerms, outboundSecret: 'what the broker gave us' },
    output: { ...examplePartner, secret: 'shown this once' },
  },
  errorImpact: 'No library or broker outside can be asked or answered that is not registered yet.',
});
