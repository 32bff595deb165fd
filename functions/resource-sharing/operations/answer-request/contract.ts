import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { unfilledReasons } from '../../domain/workflow/unfilled-reasons.ts';
import {
  atIll,
  exampleRequest,
  onAskSchema,
  otherRecordSchema,
  overOthersSchema,
  requestPath,
  stepRefusals,
  supplyRefusals,
} from '../../schemas/requests.ts';

/**
 * Answers a request as the asked member: it will supply this copy, or cannot, with the reason. The answer counts only
 * for the ask that it names, while that is open; a repeated answer changes nothing (C79, C80, C85).
 */
export const contract = operation({
  id: 'resource-sharing-answer-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/answers',
  summary: 'Answer a loan request as supplier',
  permission: [atIll],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: z.strictObject({
    ...onAskSchema.shape,
    answer: z.enum(['will-supply', 'unfilled']),
    /** The copy that will be supplied. */
    barcode: barcodeSchema.optional(),
    otherRecord: otherRecordSchema,
    override: overOthersSchema,
    reason: z.enum(unfilledReasons).optional(),
  }),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: {
    ...stepRefusals,
    ...supplyRefusals,
    'barcode-missing': { status: 422, meaning: 'Who will supply must say which copy.' },
  },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: {
      branchId: 'ashgrove.reading',
      askId: 'ask_01kb0000000000000000000000',
      answer: 'unfilled',
      reason: 'NotOnShelf',
    },
    output: { ...exampleRequest, seenAs: 'supplier' },
  },
  // It moves a copy by circulation's rules, books what the step costs and speaks to partners.
  bundleKilobytes: 1015,
  errorImpact: 'Suppliers cannot answer, so requests go on to the next one.',
});
