import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { endpointRefusals, exampleConfirmation, exampleMessage, xmlSchema } from '../../schemas/partner-endpoint.ts';

/**
 * The same endpoint for partners that can be told apart by the address alone: its next step is the partner’s id, or (where
 * that was agreed) `id.secret` of a peer that can show its secret nowhere else. What a peer writes behind that by itself, a
 * slash or `/iso18626`, does not matter.
 */
export const contract = operation({
  id: 'resource-sharing-receive-message-by-address',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/iso18626/{address+}',
  summary: 'Receive an ISO 18626 message at a partner’s own address',
  permission: [{ who: 'partner' }],
  touches: { table: 'write' },
  // A message that comes again is known by its bytes, and kept once.
  idempotency: 'none',
  consumes: 'application/xml',
  produces: 'application/xml',
  params: z.strictObject({ address: z.string().min(1).max(200) }),
  body: xmlSchema,
  output: z.string(),
  refusals: endpointRefusals,
  example: { params: { address: 'prt_01kb0000000000000000000000' }, body: exampleMessage, output: exampleConfirmation },
  errorImpact: 'Partners that are told apart by their address cannot reach us; they try again later.',
});
