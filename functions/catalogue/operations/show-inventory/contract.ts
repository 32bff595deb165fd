import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import {
  exampleInventory,
  inventoryParams,
  inventoryRefusals,
  inventoryViewSchema,
} from '../../schemas/inventories.ts';

/** Returns one inventory, with its counts after the count. */
export const contract = operation({
  id: 'catalogue-show-inventory',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/branches/{branchId}/inventories/{inventoryId}',
  summary: 'Show an inventory and its counts',
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: inventoryParams,
  output: inventoryViewSchema,
  owner: 'unknown-inventory',
  refusals: inventoryRefusals,
  example: {
    params: { branchId: 'riverton.main', inventoryId: 'inv_01kb0000000000000000000000' },
    output: exampleInventory,
  },
  errorImpact: 'Staff cannot see the result of an inventory.',
});
