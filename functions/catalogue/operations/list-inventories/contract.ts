import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { exampleInventory, inventoryViewSchema } from '../../schemas/inventories.ts';

/** Lists a branch's inventories of the last two years, newest first. */
export const contract = operation({
  id: 'catalogue-list-inventories',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/branches/{branchId}/inventories',
  summary: "List a branch's inventories",
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({ inventories: z.array(inventoryViewSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { params: { branchId: 'riverton.main' }, query: {}, output: { inventories: [exampleInventory] } },
  errorImpact: 'Staff cannot list inventories.',
});
