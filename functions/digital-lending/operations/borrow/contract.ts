import { operation } from '../../../../layers/platform/http/contract.ts';
import { examplePatronTitle, patronTitleViewSchema, titlePath, vendorRefusals } from '../../schemas.ts';

/**
 * Borrows an e-book for the requesting patron, or places a hold when no licence is free: the vendor decides, and the answer says which.
 * Repeated, it answers the same loan.
 */
export const contract = operation({
  id: 'digital-lending-borrow',
  context: 'digital-lending',
  service: 'circulation',
  method: 'POST',
  path: '/v1/digital-lending/titles/{collectionId}/{titleKey}/loan',
  summary: 'Borrow an e-book or place a hold',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', outside: true },
  params: titlePath,
  output: patronTitleViewSchema,
  owner: { none: 'A title is nobody’s own; loans and holds are those of the requesting patron only.' },
  refusals: vendorRefusals,
  example: { params: { collectionId: 'palace', titleKey: '0123456789abcdef0123' }, output: examplePatronTitle },
  errorImpact: 'Patrons cannot borrow e-books here; the vendor’s app still lends.',
});
