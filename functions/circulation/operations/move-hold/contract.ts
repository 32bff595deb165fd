import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

const { title: _title, ...moved } = exampleHold;

/**
 * Binds a waiting hold to one copy of its title, at its place in the queue; not to a copy of another title, nor to the copy that it
 * already requests (C63).
 */
export const contract = operation({
  id: 'circulation-move-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/move',
  summary: 'Move a hold to another copy',
  permission: [atDesk],
  touches: { table: 'write' },
  params: holdPath,
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema }),
  output: z.strictObject({ hold: holdViewSchema }),
  owner: 'unknown-hold',
  namedOwner: { none: 'A hold moves to a copy of any library that fills it; the hold itself is checked.' },
  refusals: {
    ...ruled(refusalsOf.moveHold),
    ...changedRefusal,
    ...holdRefusal,
    ...itemRefusals,
    'no-policies': placeRefusals['no-policies'],
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main', item: '31234000123456' },
    output: { hold: { ...moved, level: 'copy', itemId: 'itm_01kb0000000000000000000000' } },
  },
  errorImpact: 'Staff cannot bind a hold to a certain copy.',
});
