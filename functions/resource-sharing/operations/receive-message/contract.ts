import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { endpointRefusals, exampleConfirmation, exampleMessage, xmlSchema } from '../../schemas/partner-endpoint.ts';

/**
 * Receives ISO 18626 messages of partners: requests and messages of any edition from 1.0 to 2021, at most 256 KB,
 * confirmed at once in the caller’s edition with HTTP 200, also for an ERROR. The caller presents its credentials by
 * HTTP Basic, as a bearer, or within the message.
 */
export const contract = operation({
  id: 'resource-sharing-receive-message',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/iso18626',
  summary: 'Receive an ISO 18626 message of a partner',
  permission: [{ who: 'partner' }],
  touches: { table: 'write' },
  // A repeated message is recognised by its bytes, and stored once.
  idempotency: 'none',
  consumes: 'application/xml',
  produces: 'application/xml',
  body: xmlSchema,
  output: z.string(),
  refusals: endpointRefusals,
  example: { body: exampleMessage, output: exampleConfirmation },
  errorImpact: 'Partners cannot send messages to Concord; they retry later.',
});
