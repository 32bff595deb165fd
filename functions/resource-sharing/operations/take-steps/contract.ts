import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { paramsSchema } from '../../../../layers/kernel/params.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { loanRequestRowSchema } from '../../domain/requests/view-schemas.ts';
import { stepsAtOnce } from '../../domain/workflow/step-fields.ts';
import {
  askIdSchema,
  atIllOrDesk,
  otherRecordSchema,
  overOthersSchema,
  requestIdSchema,
} from '../../schemas/requests.ts';
import { batchStepCodes } from '../../schemas/step-refusals.ts';
import { noteSchema } from '../../schemas/terms-input.ts';

const named = { requestId: requestIdSchema, askId: askIdSchema.optional(), step: z.enum(stepsAtOnce) };
const step = z.strictObject({
  ...named,
  /** An ISO 18626 code, or one of the consortium’s own. */
  reason: z.string().min(1).max(60).optional(),
  /** For `ship` the copy that leaves, always; for `accept`, without it, the copy that the request names. */
  barcode: barcodeSchema.optional(),
  otherRecord: otherRecordSchema,
  override: overOthersSchema,
  due: z.iso.datetime().optional(),
  /** A note to the partner with the step. */
  note: noteSchema.optional(),
});
const refusal = z.strictObject({ code: z.enum(batchStepCodes), detail: z.string(), params: paramsSchema.optional() });

/**
 * Takes steps of several requests at one branch. Each has its own answer: the new state or every reason for the
 * refusal; a failed step leaves the others done.
 */
export const contract = operation({
  id: 'resource-sharing-take-steps',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'POST',
  path: '/v1/resource-sharing/steps',
  summary: 'Take steps of several loan requests',
  permission: [atIllOrDesk],
  touches: { table: 'write', taskTokens: true, machine: 'loan-request' },
  body: z.strictObject({ branchId: branchIdSchema, steps: z.array(step).min(1).max(50) }),
  output: z.strictObject({
    results: z.array(
      z.union([
        z.strictObject({ ...named, status: loanRequestRowSchema.shape.status }),
        z.strictObject({ ...named, refused: z.array(refusal) }),
      ]),
    ),
  }),
  namedOwner: {
    none: 'Each step is refused by itself in the answer: the request of another library is unknown-request there.',
  },
  refusals: {},
  example: {
    body: {
      branchId: 'ashgrove.reading',
      steps: [
        {
          requestId: 'req_01kb0000000000000000000000',
          askId: 'ask_01kb0000000000000000000000',
          step: 'decline',
          reason: 'NotOnShelf',
        },
      ],
    },
    output: {
      results: [
        {
          requestId: 'req_01kb0000000000000000000000',
          askId: 'ask_01kb0000000000000000000000',
          step: 'decline',
          status: { state: 'unfilled', label: 'Not supplied', meaning: 'This member could not supply.' },
        },
      ],
    },
  },
  // It selects suppliers again, and also looks citations up in the index.
  bundleKilobytes: 1057,
  errorImpact: 'Staff must process requests one by one.',
});
