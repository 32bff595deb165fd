import * as z from 'zod';
import { citationInputSchema } from '../../../../layers/kernel/citation/citation-input.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { copyDecisionSchema } from '../../domain/copyright/decision.ts';
import { loanRequestViewSchema } from '../../domain/requests/view-schemas.ts';
import { costSchema } from '../../schemas/loan-request-input.ts';
import { askIdSchema, atIll, exampleRequest, requestPath, stepRefusals } from '../../schemas/requests.ts';
import { codeSchema, noteSchema, termsInput } from '../../schemas/terms-input.ts';

/** The steps with which staff may change the maximum cost and the need-by date; with terms also the item. */
const changesRequest: readonly string[] = ['agree-terms', 'let-through', 'source-outside'];

/**
 * Takes a less usual step by its name in the workflow’s table: withdraw an ask, resume a stopped request, agree to
 * terms, answer a cancellation or a renewal, keep or recall, claim for damage, report lost, found, close as lost. The
 * step determines its side.
 */
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
  body: z
    .strictObject({
      branchId: branchIdSchema,
      step: z.enum([
        'withdraw',
        'let-through',
        'source-outside',
        'agree-terms',
        'refuse-terms',
        'copy-unusable',
        'cannot-return',
        'accept-claim',
        'dispute-claim',
        'accept-cost',
        'refuse-cost',
        'confirm-home',
        'confirm-lost',
        'send-back',
        'set-aside',
        'report-lost',
        'found',
        'offer-terms',
        'accept-cancel',
        'refuse-cancel',
        'accept-renewal',
        'refuse-renewal',
        'hold-return',
        'release-return',
        'recall',
        'check-in-damaged',
        'waive-claim',
        'insist-on-claim',
        'declare-lost',
        'write-to-supplier',
        'supplier-note-read',
        'write-to-requester',
        'requester-note-read',
        'failed-message-settled',
        'failed-answer-settled',
      ]),
      /** Steps of the supplier name their ask. */
      askId: askIdSchema.optional(),
      /** The due date of a renewal. */
      due: z.iso.datetime().optional(),
      /** The reason as a code: ISO 18626's reasonRetry for terms, our own when a stopped request is resumed. */
      reason: codeSchema.optional(),
      /** The offered terms, or the claim for damage. */
      terms: termsInput.optional(),
      /** The reason why a copy beyond the copyright guidelines may be made; a royalty that was paid is booked with it. */
      decision: copyDecisionSchema.optional(),
      /** A note to the partner: a message, or with a refusal, terms or a request. */
      note: noteSchema.optional(),
      /** The damaged item as scanned. */
      barcode: barcodeSchema.optional(),
      /** Changed with an agreement, or when a stopped request is resumed. */
      needBy: z.iso.datetime().optional(),
      maxCost: costSchema.optional(),
      /** The subject of the agreed terms (C81). */
      citation: citationInputSchema.optional(),
    })
    .refine(
      ({ step, needBy, maxCost }) => changesRequest.includes(step) || (needBy ?? maxCost) === undefined,
      'cost and day are said anew with an agreement, or as a stopped request goes on',
    )
    .refine(
      ({ step, citation }) => step === 'agree-terms' || citation === undefined,
      'what is wanted is changed as terms are agreed to, or by an amendment',
    ),
  output: loanRequestViewSchema,
  owner: 'unknown-request',
  refusals: { ...stepRefusals },
  example: {
    params: { requestId: 'req_01kb0000000000000000000000' },
    body: { branchId: 'riverton.main', step: 'withdraw' },
    output: exampleRequest,
  },
  // It selects suppliers again, and also looks citations up in the index.
  bundleKilobytes: 1054,
  errorImpact:
    'Reviews, terms, cancellations, renewals, recalls, claims and losses between libraries cannot be settled.',
});
