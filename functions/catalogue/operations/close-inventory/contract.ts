import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import {
  exampleInventory,
  inventoryParams,
  inventoryRefusals,
  inventoryViewSchema,
} from '../../schemas/inventories.ts';

const { counts: _, countedAt: _counted, ...closed } = exampleInventory;

/** Closes an inventory: no more scans are accepted, and it is counted within some minutes. Closing it again changes nothing. */
export const contract = operation({
  id: 'catalogue-close-inventory',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/branches/{branchId}/inventories/{inventoryId}/closing',
  summary: 'Close an inventory, to be counted',
  permission: [atListedDesk],
  touches: { table: 'write' },
  idempotency: 'none',
  params: inventoryParams,
  output: inventoryViewSchema,
  owner: 'unknown-inventory',
  refusals: inventoryRefusals,
  example: {
    params: { branchId: 'riverton.main', inventoryId: 'inv_01kb0000000000000000000000' },
    output: { ...closed, state: 'closed' },
  },
  errorImpact: 'An inventory cannot be closed, and the unseen copies are not listed.',
});
