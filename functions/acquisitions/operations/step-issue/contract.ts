import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { issueIdSchema, issueSchema, issueStepSchema, subscriptionIdSchema } from '../../domain/serials/issue.ts';
import { orderWriters } from '../../schemas/orders.ts';
import { exampleIssue, subscriptionRefusals } from '../../schemas/serials.ts';

/**
 * Receives copies of an issue (or takes them back), with an item of the catalogue for each barcode, or records that it is missing, was not
 * issued, or comes later. Says where the first copy goes: round by the routing list, to who placed a hold, or to the shelf.
 */
export const contract = operation({
  id: 'acquisitions-step-issue',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}/issues/{issueId}/steps',
  summary: 'Receive an issue, or record why it does not come',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, subscriptionId: subscriptionIdSchema, issueId: issueIdSchema }),
  body: z.strictObject({ step: issueStepSchema, v: z.int().min(1) }),
  output: z.strictObject({
    issue: issueSchema,
    /** Where the first copy goes that was received, and the routing list. */
    destination: z.enum(['routing', 'holds-then-routing', 'shelf']).exactOptional(),
    routing: z.array(z.string()).exactOptional(),
  }),
  owner: 'unknown-issue',
  refusals: {
    'unknown-issue': { status: 404, meaning: 'The library has no such issue.' },
    'changed-meanwhile': subscriptionRefusals['changed-meanwhile'],
    'issue-state': { status: 409, meaning: 'The state of the issue does not allow it.' },
    'bad-copies': { status: 422, meaning: 'So many copies are not missing, or not received.' },
    'item-was-made': { status: 409, meaning: 'An item was made of the copy: withdraw it in the catalogue first.' },
    'no-items': { status: 422, meaning: 'The subscription names no record for its items.' },
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'barcode-taken': { status: 409, meaning: 'Another item of the consortium bears this barcode.' },
  },
  example: {
    params: { memberId: 'riverton', subscriptionId: exampleIssue.subscriptionId, issueId: exampleIssue.issueId },
    body: { step: { act: 'receive', copies: 1 }, v: 1 },
    output: {
      issue: {
        ...{ ...exampleIssue, state: 'arrived', v: 2 },
        received: [{ at: '2026-11-06T09:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' }],
      },
      ...{ destination: 'routing', routing: ['Reading room', 'Grace Oyelaran'] },
    },
  },
  errorImpact: 'Issues of serials cannot be received.',
});
