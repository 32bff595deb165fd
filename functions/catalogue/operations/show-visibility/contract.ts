import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { hiddenFromSchema } from '../../domain/visibility/visibility.ts';

const hidden = {
  hiddenFrom: hiddenFromSchema,
  /** The person, time and reason of this state, and the state before; absent if it was never hidden or shown. */
  last: z
    .strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.string(), before: hiddenFromSchema })
    .exactOptional(),
};

/**
 * Returns what of a member's record is hidden from whom, and who hid it and why: the record, its copies at each branch, and each copy. A
 * copy is hidden from all audiences of its own, its holding and its record. Copies hidden individually come first, then by branch and call
 * number, at most 200; or only the requested copy, with its branch.
 */
export const contract = operation({
  id: 'catalogue-show-visibility',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/visibility',
  summary: 'Show from whom a record and its copies are hidden',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ sourceId: z.string().min(3).max(200), itemId: z.string().min(1).max(64).exactOptional() }),
  output: z.strictObject({
    sourceId: z.string(),
    memberId: z.string(),
    localId: z.string(),
    /** Its union record. */
    recordId: z.string(),
    title: z.string().exactOptional(),
    record: z.strictObject(hidden),
    holdings: z.array(z.strictObject({ branchId: z.string(), copies: z.number().int(), ...hidden })),
    items: z.array(
      z.strictObject({
        ...{ itemId: z.string(), barcode: z.string(), branchId: z.string(), location: z.string() },
        ...{ callNumber: z.string(), volume: z.string(), copyNumber: z.string(), ...hidden },
      }),
    ),
    /** False when it has more copies than are listed. */
    isWhole: z.boolean(),
    /** The names of the staff who last hid or showed these parts, by actor. */
    names: actorNamesSchema,
  }),
  namedOwner: 'unknown-record',
  refusals: {
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'unknown-item': { status: 404, meaning: 'The record has no such item.' },
  },
  example: {
    params: { memberId: 'riverton' },
    query: { sourceId: 'riverton:b1000' },
    output: {
      ...{ sourceId: 'riverton:b1000', memberId: 'riverton', localId: 'b1000', title: 'Emma' },
      ...{ recordId: 'rec_01kb0000000000000000000000', isWhole: true },
      names: { 'staff:stf_01kb0000000000000000000000': 'Ines Keller' },
      record: { hiddenFrom: [] },
      holdings: [
        {
          ...{ branchId: 'riverton.main', copies: 1, hiddenFrom: ['public'] },
          last: {
            ...{ at: '2026-11-24T15:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
            ...{ reason: 'The donor asked for it.', before: [] },
          },
        },
      ],
      items: [
        {
          ...{ itemId: 'itm_01kb0000000000000000000000', barcode: '31234000123456', branchId: 'riverton.main' },
          ...{ location: 'Stacks', callNumber: 'FIC AUS', volume: '', copyNumber: '1', hiddenFrom: [] },
        },
      ],
    },
  },
  errorImpact: 'Nobody sees why a record or copy is not found, or who hid it.',
});
