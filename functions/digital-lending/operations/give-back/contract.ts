import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { titlePath, vendorRefusals } from '../../schemas.ts';

/** Returns an e-book of the requesting patron early, or cancels the hold on it: whichever the vendor has. */
export const contract = operation({
  id: 'digital-lending-give-back',
  context: 'digital-lending',
  service: 'circulation',
  method: 'DELETE',
  path: '/v1/digital-lending/titles/{collectionId}/{titleKey}/loan',
  summary: 'Return an e-book or cancel a hold on it',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', outside: true },
  params: titlePath,
  output: z.strictObject({ is: z.enum(['loan', 'waiting', 'ready']) }),
  owner: { none: 'A title is nobody’s own; loans and holds are those of the requesting patron only.' },
  refusals: vendorRefusals,
  example: { params: { collectionId: 'palace', titleKey: '0123456789abcdef0123' }, output: { is: 'loan' } },
  errorImpact: 'Patrons cannot return e-books early, so that others wait longer.',
});
