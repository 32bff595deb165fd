import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { askIdSchema } from '../../../resource-sharing/public/ask-id-schema.ts';
import { atIll } from '../../../resource-sharing/public/at-ill.ts';
import { charges } from '../../../resource-sharing/public/charges.ts';
import { exampleLine } from '../../../resource-sharing/public/example-line.ts';
import { requestPath } from '../../../resource-sharing/public/request-path.ts';
import { requestRefusals } from '../../../resource-sharing/public/request-refusals.ts';
import { statementLineSchema } from '../../../resource-sharing/public/statement-line-schema.ts';
import { bookedRefusals } from '../../schemas/booking-refusals.ts';

/**
 * Refunds a charge of a request, in full and once: a lost item that was found after the loan was closed, or a blank copy. Staff of the
 * supplier do it; when that is an external partner, the requester’s staff record its refund.
 */
export const contract = operation({
  id: 'finance-refund-charge',
  context: 'finance',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/finance/loan-requests/{requestId}/refunds',
  summary: 'Refund a charge of a request',
  permission: [atIll],
  touches: { table: 'write' },
  params: requestPath,
  body: z.strictObject({ branchId: branchIdSchema, askId: askIdSchema, charge: z.enum(charges) }),
  status: 201,
  output: statementLineSchema,
  owner: 'unknown-request',
  refusals: {
    'unknown-request': requestRefusals['unknown-request'],
    'nothing-charged': { status: 404, meaning: 'Nothing of the kind was charged in this request.' },
    ...bookedRefusals,
    'refunded-already': { status: 409, meaning: 'The charge was given back already.' },
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'ashgrove.reading', askId: 'ask_01kb0000000000000000000000', charge: 'loan' },
    output: {
      ...exampleLine,
      entryId: `${exampleLine.entryId}-refund`,
      kind: 'ill-charge-refunded',
      title: 'Charge between libraries given back',
      other: 'riverton',
    },
  },
  errorImpact: 'Libraries cannot refund charges made in error.',
});
