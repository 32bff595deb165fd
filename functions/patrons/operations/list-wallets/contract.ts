import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleWallets, walletsViewSchema } from '../../schemas.ts';

/** Lists the wallets of phones, and for which of them patrons get their library card as a pass. */
export const contract = operation({
  id: 'patrons-list-wallets',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/wallets',
  summary: 'List the wallets that take library cards',
  permission: [{ who: 'patron' }, { who: 'staff', roles: ['admin', 'auditor'], at: 'consortium' }],
  touches: { table: 'read' },
  output: walletsViewSchema,
  refusals: {},
  example: { output: exampleWallets },
  errorImpact: 'Patrons are not offered their card for a wallet.',
});
