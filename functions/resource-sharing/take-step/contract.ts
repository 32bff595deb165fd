import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { loanRequestViewSchema } from '../../../layers/domain/resource-sharing/view-schemas.ts';
import { operation } from '../../../layers/http/contract.ts';
import { askIdSchema, atIll, exampleRequest, requestPath, stepRefusals } from '../shapes.ts';

/** The less usual steps, by their name in the workflow’s table: withdraw an ask, answer a cancellation or a renewal, recall, report lost, found, close as lost. Which side it is at follows from the step. */
export const contract = operation({
  id: 'resource-sharing-take-step',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/steps',
  summary: 'Take a further step of a loan request',
  permission: [atIll],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: z.strictObject({
    branchId: branchIdSchema,
    step: z.enum([
      'withdraw',
      'accept-cancel',
      'refuse-cancel',
      'accept-renewal',
      'refuse-renewal',
      'recall',
      'report-lost',
      'found',
      'declare-lost',
    ]),
    /** Steps of the supplier name their ask. */
    askId: askIdSchema.optional(),
    /** Until when a renewal lends. */
    due: z.iso.datetime().optional(),
  }),
  output: loanRequestViewSchema,
  refusals: { ...stepRefusals },
  example: {
    params: { requestId: 'req_01kb00000000000000000000000' },
    body: { branchId: 'riverton.main', step: 'withdraw' },
    output: exampleRequest,
  },
  errorImpact: 'Cancellations, renewals, recalls and losses between libraries cannot be settled.',
});
