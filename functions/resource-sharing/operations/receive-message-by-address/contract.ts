import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { endpointRefusals, exampleConfirmation, exampleMessage, xmlSchema } from '../../schemas/partner-endpoint.ts';

/**
 * Receives messages of partners that are identified by the URL alone: its next segment is the partner’s id, or (where
 * agreed) `id.secret` for a peer that can present its secret nowhere else. A slash or `/iso18626` that a peer appends
 * is ignored.
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
  // A repeated message is recognised by its bytes, and stored once.
  idempotency: 'none',
  consumes: 'application/xml',
  produces: 'application/xml',
  params: z.strictObject({ address: z.string().min(1).max(200) }),
  body: xmlSchema,
  output: z.string(),
  owner: { none: 'The partner is found by the secret or the address that it alone knows.' },
  refusals: endpointRefusals,
  example: { params: { address: 'prt_01kb0000000000000000000000' }, body: exampleMessage, output: exampleConfirmation },
  errorImpact: 'Partners that are identified by their address cannot reach Concord; they retry later.',
});
