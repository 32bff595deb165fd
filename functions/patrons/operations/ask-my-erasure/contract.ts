import { operation } from '../../../../layers/platform/http/contract.ts';
import { erasureSchema, exampleErasure } from '../../schemas.ts';

/**
 * Requests the erasure of the requesting patron. While a loan, a hold or a debt is open it is deferred, and the response names these; it is
 * carried out once they are settled. Until then nothing more is lent, renewed or reserved (`erasure-asked`). Within hours of its start nothing names the patron any more.
 */
export const contract = operation({
  id: 'patrons-ask-my-erasure',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/erasure',
  summary: 'Ask to be erased',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', bucket: 'write' },
  // A stored response by key would name the patron for a day.
  idempotency: 'none',
  status: 202,
  output: erasureSchema,
  refusals: {
    gone: { status: 410, meaning: 'This patron is no longer here.' },
    'changed-meanwhile': { status: 409, meaning: 'Something was lent or paid at the same time: ask again.' },
  },
  example: { output: exampleErasure },
  errorImpact: 'Patrons cannot exercise their right to be erased.',
});
