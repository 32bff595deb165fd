import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemDescriptionSchema } from '../../domain/views/views.ts';
import { exampleOffer } from '../../schemas/copy-offers.ts';

const { itemId, barcode } = exampleOffer;

/**
 * Takes a last copy that another member offers: it then belongs to the taker, on the taker's own record of the same title (load one first
 * if there is none), and is in process until it is scanned at its new branch.
 */
export const contract = operation({
  id: 'catalogue-take-copy',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/copy-offers/{itemId}/taking',
  summary: 'Take a last copy that is offered',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, itemId: z.string().min(1).max(64) }),
  body: z.strictObject({
    sourceId: z.string().min(3).max(200),
    branchId: branchIdSchema,
    location: oneLine(200, 0).default(''),
  }),
  output: itemDescriptionSchema,
  owner: { none: 'A copy that is offered belongs to another member: who offers it decides by offering.' },
  namedOwner: 'unknown-record',
  refusals: {
    'unknown-offer': { status: 404, meaning: 'No other member offers this copy.' },
    'offer-over': { status: 409, meaning: 'Another member has taken it, or its time is over.' },
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'other-record': { status: 422, meaning: 'The member’s record is another title in the union catalogue.' },
    'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' },
    'item-retained': { status: 409, meaning: 'Its owner is committed to keep the copy.' },
    'item-not-free': {
      status: 409,
      meaning: 'The copy is lent, held, on its way or on reserve: take it when it is back.',
    },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed the copy in this moment: try again.' },
  },
  example: {
    params: { memberId: 'lakeshore', itemId },
    body: { sourceId: 'lakeshore:x77', branchId: 'lakeshore.main', location: 'Stacks' },
    output: {
      ...{ itemId, sourceId: 'lakeshore:x77', memberId: 'lakeshore', barcode, branchId: 'lakeshore.main' },
      ...{ location: 'Stacks', callNumber: 'FIC AUS', category: 'book', copyNumber: '1', volume: '', hiddenFrom: [] },
    },
  },
  errorImpact: 'A last copy cannot be handed on, and is lost to the consortium.',
});
