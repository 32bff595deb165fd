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

/** Consortium IT registers a library or broker outside. The secret that it shows us is answered this once and kept hashed; the one that we show it is kept encrypted and never answered. */
export const contract = operation({
  id: 'resource-sharing-add-partner',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/partners',
  summary: 'Register a partner outside',
  permission: partnerKeepers,
  touches: { table: 'write', partners: 'keep' },
  // No kept answer: it would keep the secret in the clear.
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
