import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { exampleInventory, inventoryViewSchema, locationSchema } from '../../schemas/inventories.ts';

const { counts: _, closedAt: _closed, countedAt: _counted, ...opened } = exampleInventory;

/**
 * Opens an inventory of a branch's shelves, or of one location. Copies that pass the branch's desks from then on count as seen; scans at
 * the shelves are recorded in it.
 */
export const contract = operation({
  id: 'catalogue-open-inventory',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/branches/{branchId}/inventories',
  summary: 'Open an inventory of shelves',
  permission: [atListedDesk],
  touches: { table: 'write' },
  params: z.strictObject({ branchId: branchIdSchema }),
  body: z.strictObject({ location: locationSchema.optional() }),
  status: 201,
  output: inventoryViewSchema,
  refusals: { 'unknown-branch': { status: 422, meaning: 'There is no such branch.' } },
  example: {
    params: { branchId: 'riverton.main' },
    body: { location: 'Adult fiction' },
    output: { ...opened, state: 'open' },
  },
  errorImpact: 'No inventory of shelves can be begun.',
});
