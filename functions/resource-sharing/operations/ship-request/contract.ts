import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import {
  atIllOrDesk,
  exampleRequest,
  onAskSchema,
  otherRecordSchema,
  overOthersSchema,
  requestPath,
  stepRefusals,
  supplyRefusals,
} from '../../schemas/requests.ts';

/** Ships the copy to the pickup branch, lent until the given day (by default the due date of its loan rule). */
export const contract = operation({
  id: 'resource-sharing-ship-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/ship',
  summary: 'Ship the item of a loan request',
  permission: [atIllOrDesk],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: z.strictObject({
    ...onAskSchema.shape,
    barcode: barcodeSchema,
    due: z.iso.datetime().optional(),
    otherRecord: otherRecordSchema,
    override: overOthersSchema,
  }),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: { ...stepRefusals, ...supplyRefusals },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: {
      branchId: 'ashgrove.reading',
      askId: 'ask_01kb0000000000000000000000',
      barcode: '31234000123456',
      due: '2026-12-24T04:59:59.000Z',
    },
    output: { ...exampleRequest, seenAs: 'supplier' },
  },
  // It moves a copy by circulation's rules, books what the step costs and speaks to partners.
  bundleKilobytes: 1015,
  errorImpact: 'Promised items cannot be sent.',
});
