import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { partnerChangeSchema, partnerSchema } from '../../domain/partners/partner.ts';
import {
  examplePartner,
  outboundSecretSchema,
  partnerKeepers,
  partnerPath,
  partnerRefusals,
  unknownPartner,
} from '../../schemas/partners.ts';

/** Changes the given fields of a partner; `paused` stops and resumes the exchange of messages. Audited. */
export const contract = operation({
  id: 'resource-sharing-edit-partner',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'PATCH',
  path: '/v1/resource-sharing/partners/{partnerId}',
  summary: 'Change a partner outside',
  permission: partnerKeepers,
  touches: { table: 'write', partners: 'keep' },
  params: partnerPath,
  body: z.strictObject({ ...partnerChangeSchema.shape, outboundSecret: outboundSecretSchema.optional() }),
  output: partnerSchema,
  refusals: { ...unknownPartner, ...partnerRefusals },
  example: {
    params: { partnerId: 'prt_01kb0000000000000000000000' },
    body: { paused: false },
    output: examplePartner,
  },
  errorImpact: 'A partner that moved, or misbehaves, cannot be followed or stopped.',
});
