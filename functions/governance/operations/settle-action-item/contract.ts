import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { actionItemSchema } from '../../domain/bodies/meeting.ts';
import { actionParams, exampleAction, exampleBody } from '../../schemas/bodies.ts';

/** Settles an open action item: it is done, or dropped with a note. */
export const contract = operation({
  id: 'governance-settle-action-item',
  context: 'governance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/governance/bodies/{bodyId}/action-items/{actionId}',
  summary: 'Settle an action item',
  permission: [{ who: 'staff', roles: ['governance-secretary', 'admin'], at: 'consortium' }],
  touches: { table: 'write' },
  params: actionParams,
  body: z.strictObject({ state: z.enum(['done', 'dropped']), note: oneLine(300, 0).default('') }),

  output: actionItemSchema,
  namedOwner: { none: 'The secretary of the consortium writes the action items of all bodies.' },
  refusals: {
    'unknown-action': { status: 404, meaning: 'There is no such action item of the body.' },
    'action-changed': { status: 409, meaning: 'It was settled or changed meanwhile.' },
  },
  example: {
    params: { bodyId: exampleBody.bodyId, actionId: exampleAction.actionId },
    body: { state: 'done', note: 'Prices are with the agenda.' },
    output: exampleAction,
  },
  errorImpact: 'Action items cannot be written; meetings can be held.',
});
