import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import { requestIdOfScan } from '../../../layers/platform/pdf/slip-number.ts';
import { barcodeSchema } from '../../catalogue/public/barcode-schema.ts';
import { overrideRefusal } from '../../circulation/public/override-refusal.ts';
import { overrideSchema } from '../../circulation/public/override-schema.ts';
import { ruled } from '../../circulation/public/ruled-decision.ts';
import type { LoanRequestRow, LoanRequestView } from '../domain/requests/view-schemas.ts';
import { LOAN_REFUSALS, type LoanRefusalCode } from '../domain/workflow/refusals.ts';
import { requestInputRefusals, sourceRefusals } from './loan-request-input.ts';

/** The id of a request, typed or scanned from the barcode of its slip. */
export const requestIdSchema = z.string().min(1).max(64).transform(requestIdOfScan);
export const askIdSchema = z.string().min(1).max(64);
export const requestPath = z.strictObject({ requestId: requestIdSchema });

/** A step at a branch; the optional barcode verifies the item by a scan. */
export const atBranchSchema = z.strictObject({ branchId: branchIdSchema, barcode: barcodeSchema.optional() });
/** A supplier's step: its branch and its ask. */
export const onAskSchema = z.strictObject({ branchId: branchIdSchema, askId: askIdSchema });
/**
 * Of a partner’s request: the scanned copy is of another record than the requested one, and is confirmed nevertheless.
 */
export const otherRecordSchema = z.literal(true).optional();

/** A supervisor sets aside or sends the copy although holds wait for it, and says why. */
export const overOthersSchema = overrideSchema.pick({ comment: true }).optional();

const atBranch = (roles: readonly ('ill' | 'desk' | 'desk-supervisor')[]): Permission => ({
  who: 'staff',
  roles,
  at: { branch: 'body.branchId' },
});
/** Interlibrary loan staff at the branch that the request names. */
export const atIll = atBranch(['ill']);
/** The staff of the request and the circulation desk of that branch, which handles the item. */
export const atIllOrDesk = atBranch(['ill', 'desk', 'desk-supervisor']);
/** Staff who read requests, at a member or one of its branches; the operation limits what they see to it. */
export const atOwnMember: Permission = {
  who: 'staff',
  roles: ['ill', 'desk', 'desk-supervisor'],
  at: 'own-member',
};

const statuses: Partial<Record<LoanRefusalCode, Refusal['status']>> = {
  'no-such-ask': 404,
  'ask-missing': 422,
  'item-missing': 422,
  'due-missing': 422,
  'due-not-later': 422,
  'reason-missing': 422,
  'terms-missing': 422,
  'cost-missing': 422,
  'other-item': 422,
};

/** The workflow's refusals as an operation's: a conflict with the current state is 409, missing input is 422. */
export const workflowRefusals = Object.fromEntries(
  Object.entries(LOAN_REFUSALS).map(([code, meaning]) => [
    code,
    { status: statuses[code as LoanRefusalCode] ?? 409, meaning },
  ]),
) as Record<LoanRefusalCode, Refusal>;

export const requestRefusals = {
  'unknown-request': { status: 404, meaning: 'There is no such request, or the caller’s library has no part in it.' },
  'changed-meanwhile': { status: 409, meaning: 'Others changed the request again and again: try again.' },
} as const satisfies Record<string, Refusal>;
/** Further answers of the steps that resume a stopped request: it is reviewed and sourced again. */
const reviewRefusals = {
  'patron-missing': { status: 422, meaning: 'The request has no patron: nobody could collect it.' },
  'no-policies': requestInputRefusals['no-policies'],
  'cost-in-other-currency': requestInputRefusals['cost-in-other-currency'],
  'no-supplier': sourceRefusals['no-supplier'],
  'decision-missing': {
    status: 422,
    meaning: 'A further copy of this periodical or work needs permission, royalty or a decision: give one of them.',
  },
  'not-filled-locally': {
    status: 409,
    meaning: 'Neither a hold nor a loan between members can fill it; `errors` says why.',
    params: { why: 'what speaks against the hold or the loan, as a code' },
  },
} as const satisfies Record<string, Refusal>;
/** The answers of a workflow step: by the table, by the copy, by the branch. */
export const stepRefusals = {
  ...workflowRefusals,
  ...requestRefusals,
  ...reviewRefusals,
  'cost-over-maximum': {
    status: 409,
    meaning: 'The supplier charges more than the maximum cost: agree with a higher limit, or refuse.',
    params: { asked: 'what it asks (money)', limit: 'what may be spent (money)' },
  },
  'citation-unchanged': {
    status: 422,
    meaning: 'The supplier did not find it as cited: give a better citation with the agreement, or refuse the terms.',
  },
  'item-not-free': { status: 409, meaning: 'The item is on loan, in transit or held for another patron.' },
  'unknown-branch': { status: 422, meaning: 'There is no such branch.' },
  'other-branch': { status: 409, meaning: 'This is done at the pickup branch of the request.' },
} as const satisfies Record<string, Refusal>;
/** The codes that can refuse any step. */
export type StepCode = keyof typeof stepRefusals;
/** Further answers of a scan at the supplier's desk. */
export const itemRefusals = {
  'unknown-item': { status: 404, meaning: 'This library has no item with this barcode.' },
  'other-record': {
    status: 422,
    meaning:
      'The item is a copy of another record than the one asked for. To a partner it may be sent with `otherRecord`.',
  },
} as const satisfies Record<string, Refusal>;

/** Further answers where a copy is set aside or sent: holds may wait for it. */
export const supplyRefusals = {
  ...itemRefusals,
  ...ruled(['others-wait']),
  ...overrideRefusal,
} as const satisfies Record<string, Refusal>;

export const memberQuery = { memberId: memberIdSchema };

const row: LoanRequestRow = {
  requestId: 'req_01kb0000000000000000000000',
  kind: 'consortium-loan',
  service: 'loan',
  title: 'Emma',
  group: 'waiting',
  actions: [{ trigger: 'cancel', label: 'Cancel the request', to: 'cancel-pending' }],
  recordId: 'rec_01kb0000000000000000000000',
  requesterMember: 'riverton',
  pickupBranch: 'riverton.main',
  serviceLevel: 'normal',
  placedAt: '2026-11-24T15:00:00.000Z',
  status: { state: 'asked', label: 'Asked', meaning: 'One supplier has been asked and has not answered yet.' },
  needsAttention: false,
  askId: 'ask_01kb0000000000000000000000',
  supplierMember: 'ashgrove',
  answerBy: '2026-11-27T15:00:00.000Z',
};
export const exampleRow: LoanRequestRow = row;
export const exampleRequest: LoanRequestView = {
  ...row,
  seenAs: 'requester',
  patronId: 'pat_01kb0000000000000000000000',
  rota: [],
  asks: [],
  steps: [],
};
