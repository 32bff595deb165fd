import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { atIllOrDesk, exampleRequest, onAskSchema, requestPath, stepRefusals } from '../../schemas/requests.ts';

/** Completes a loan: the supplier has received its item back. */
export const contract = operation({
  id: 'resource-sharing-complete-request',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/requests/{requestId}/complete',
  summary: 'Check the item of a loan request in at home',
  permission: [atIllOrDesk],
  touches: { table: 'write', taskTokens: true },
  params: requestPath,
  body: z.strictObject({ ...onAskSchema.shape, barcode: barcodeSchema.optional() }),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: { ...stepRefusals },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'ashgrove.reading', askId: 'ask_01kb0000000000000000000000' },
    output: { ...exampleRequest, seenAs: 'supplier' },
  },
  // It moves a copy by circulation's rules, books what the step costs and speaks to partners.
  bundleKilobytes: 1013,
  errorImpact: 'Loans between libraries stay open though the item is home.',
});
