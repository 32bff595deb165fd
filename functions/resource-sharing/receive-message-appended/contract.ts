import * as z from 'zod';
import { operation } from '../../../layers/http/contract.ts';
import { doorRefusals, exampleConfirmation, exampleMessage, xmlSchema } from '../door-shapes.ts';

/**
 * A partner’s own address once more, for peers that are told a base address and write `/iso18626` behind it themselves. The
 * partner, its secret and the answer are as without that last step.
 */
export const contract = operation({
  id: 'resource-sharing-receive-message-appended',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/iso18626/{door}/iso18626',
  summary: 'Receive an ISO 18626 message of a peer that lengthens its address',
  permission: [{ who: 'partner' }],
  touches: { table: 'write' },
  // A message that comes again is known by its bytes, and kept once.
  idempotency: 'none',
  consumes: 'application/xml',
  produces: 'application/xml',
  params: z.strictObject({ door: z.string().min(1).max(200) }),
  body: xmlSchema,
  output: z.string(),
  refusals: doorRefusals,
  example: { params: { door: 'prt_01kb00000000000000000000000' }, body: exampleMessage, output: exampleConfirmation },
  errorImpact: 'Peers that write /iso18626 behind their address cannot reach us; they try again later.',
});
