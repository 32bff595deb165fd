import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemDefaultsSchema, templateNameSchema } from '../../domain/items/item-template.ts';

const example = { name: 'DVD, new', defaults: { location: 'New DVDs', category: 'dvd', price: 1999 } };

/** Stores named defaults for a member's new items and replaces those under that name; without defaults, deletes the name. */
export const contract = operation({
  id: 'catalogue-set-item-template',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/item-templates',
  summary: 'Set a template for new items',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({ name: templateNameSchema, defaults: itemDefaultsSchema.nullable() }),
  output: z.strictObject({ name: z.string(), defaults: itemDefaultsSchema.nullable() }),
  namedOwner: 'branch-elsewhere',
  refusals: { 'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' } },
  example: { params: { memberId: 'riverton' }, body: example, output: example },
  errorImpact: 'Templates for new items stay as they are.',
});
