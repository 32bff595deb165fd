import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { vendorCodeSchema } from '../../domain/vendor.ts';
import { loadedAnswerSchema } from '../../schemas/answer-files.ts';
import { LONGEST_FILE, refusedMessageSchema, vendorFileRefusals } from '../../schemas/invoice-files.ts';
import { exampleOrder, orderWriters } from '../../schemas/orders.ts';

const { orderId, vendor } = exampleOrder;

/**
 * Loads a file of a vendor with answers to orders: ORDRSP and DESADV of D.96A in the library profile of EDItEUR. Lines show what the vendor
 * does; what it cancels is cancelled, and its money is free. An answer that is there is not loaded again.
 */
export const contract = operation({
  id: 'acquisitions-load-answers',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/answer-files',
  summary: 'Load answers to orders from an EDIFACT file of a vendor',
  permission: orderWriters,
  touches: { table: 'write' },
  // An order records the messages that were loaded for it.
  idempotency: 'none',
  timeoutSeconds: 29,
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    vendor: vendorCodeSchema,
    /** The bytes of the file, in base64. */
    base64: z.base64().min(4).max(LONGEST_FILE),
  }),
  output: z.strictObject({ answers: z.array(loadedAnswerSchema), refused: z.array(refusedMessageSchema) }),
  namedOwner: { none: 'Only orders of the member in the path are read and changed.' },
  refusals: vendorFileRefusals,
  example: {
    params: { memberId: 'riverton' },
    body: { vendor, base64: 'VU5BOisuPyAn' },
    output: {
      answers: [
        {
          ...{ reference: '1', type: 'ORDRSP', number: 'R77', orderId, order: exampleOrder.number },
          ...{ isNew: true, lines: 1, cancelled: 0 },
        },
      ],
      refused: [],
    },
  },
  errorImpact: 'What vendors answer to orders is recorded by hand.',
});
