import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { collectionPath } from '../../schemas.ts';

/** Deletes the requesting patron's sign-in at a vendor, which withdraws the consent. Loans at the vendor stay. */
export const contract = operation({
  id: 'digital-lending-sign-out',
  context: 'digital-lending',
  service: 'circulation',
  method: 'DELETE',
  path: '/v1/digital-lending/accounts/{collectionId}',
  summary: 'Sign out at an e-book vendor',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  idempotency: 'none',
  params: collectionPath,
  output: z.strictObject({ collectionId: z.string() }),
  owner: { none: 'It deletes the sign-in of the requesting patron only.' },
  refusals: {},
  example: { params: { collectionId: 'palace' }, output: { collectionId: 'palace' } },
  errorImpact: 'Patrons cannot withdraw their consent; the token of the vendor still expires.',
});
