import type { RequesterState, SupplierState } from './states.ts';
import type { Trigger } from './triggers.ts';
import { unfilledReasons } from './unfilled-reasons.ts';

/**
 * The fields of a step's form. `copy` is the barcode of an item, `document` a scan to send, `decision` why a copy
 * beyond the copyright guidelines is requested, `note` a note to a partner.
 */
export const stepFieldNames = [
  'reason',
  'copy',
  'due',
  'terms',
  'cost',
  'document',
  'citation',
  'decision',
  'note',
] as const;
export type StepFieldName = (typeof stepFieldNames)[number];

/** A field of a step's form, and whether the step is refused without it. */
export type StepField = { field: StepFieldName; must: boolean };

const must = (field: StepFieldName): StepField => ({ field, must: true });
const may = (field: StepFieldName): StepField => ({ field, must: false });

/** The fields of the steps that have any; guards refuse a step without required ones (a test compares them). */
export const STEP_FIELDS: { readonly [T in Trigger]?: readonly StepField[] } = {
  'let-through': [must('reason'), must('decision')],
  'write-to-supplier': [must('note')],
  'write-to-requester': [must('note')],
  cancel: [may('note')],
  renew: [may('note')],
  'refuse-terms': [may('note')],
  amend: [must('citation')],
  // The copy that the ask names, unless another one is scanned.
  accept: [may('copy')],
  decline: [must('reason'), may('note')],
  'offer-terms': [must('reason'), may('terms'), may('note')],
  // The copy that leaves, which may be another than the promised one. Without a date, the owner's loan rule sets it.
  ship: [must('copy'), may('due')],
  'supply-copy': [must('document')],
  'accept-renewal': [must('due')],
  'check-in-damaged': [must('cost')],
};

/** ISO 18626 reasonRetry: why an item is supplied on other terms only, or later. */
const RETRY_REASONS = [
  ...['MustMeetLoanCondition', 'CostExceedsMaxCost', 'OnLoan', 'OnOrder', 'AtBindery', 'NotCurrentAvailableForILL'],
  ...['MultiVolAvail', 'NotFoundAsCited', 'ReqEditionNotPossible', 'ReqFormatNotPossible', 'ReqServTypeNotPossible'],
  ...['ReqServLevelNotSupp', 'ReqDelDateNotPossible', 'ReqDelMethodNotSupp', 'CourierNotSupp'],
  ...['ReqPayMethodNotSupported'],
] as const;

/** ISO 18626 loanCondition. */
const LOAN_CONDITIONS = [
  ...['LibraryUseOnly', 'WatchLibraryUseOnly', 'NoReproduction', 'SignatureRequired', 'SpecCollSupervReq'],
] as const;

/** Our own codes why a stopped request is resumed, by the stop. */
const LET_THROUGH: { readonly [S in RequesterState]?: readonly string[] } = {
  'invalid-patron': ['PatronChecked'],
  duplicate: ['OtherNeed', 'FirstNotUsable'],
  'over-limit': ['LimitLifted'],
};

const reasonsFor = (trigger: Trigger, state: RequesterState | SupplierState): readonly string[] => {
  if (trigger === 'decline') return unfilledReasons;
  if (trigger === 'offer-terms') return RETRY_REASONS;
  if (trigger !== 'let-through') return [];
  return Object.entries(LET_THROUGH).find(([name]) => name === state)?.[1] ?? [];
};

/** A field as a form shows it: with its codes to choose from, if any. */
export type FormField = StepField & { options?: string[] };

/** The form of a step in this state; empty for a step without fields. */
export const formOf = (trigger: Trigger, state: RequesterState | SupplierState): FormField[] => {
  // A copy beyond the limit needs a decision with its reason; other stops need a code.
  const instead = state === 'copyright-review' ? 'reason' : 'decision';
  const fields = (STEP_FIELDS[trigger] ?? []).filter(({ field }) => trigger !== 'let-through' || field !== instead);
  return fields.map((one) => {
    if (one.field === 'reason') return { ...one, options: [...reasonsFor(trigger, state)] };
    return one.field === 'terms' ? { ...one, options: [...LOAN_CONDITIONS] } : one;
  });
};

/** The steps that many requests can take at once: each has at most a reason, a barcode, a due date or a note. */
export const stepsAtOnce = [
  ...['let-through', 'fill-locally', 'source-outside', 'agree-terms', 'refuse-terms', 'cancel', 'withdraw'],
  ...['receive', 'lend', 'renew', 'return', 'ship-back', 'copy-unusable', 'cannot-return', 'report-lost', 'found'],
  ...['accept-claim', 'dispute-claim', 'accept-cost', 'refuse-cost', 'confirm-home', 'confirm-lost'],
  ...['send-back', 'set-aside'],
  ...['accept', 'decline', 'ship', 'accept-cancel', 'refuse-cancel', 'accept-renewal', 'refuse-renewal', 'recall'],
  ...['supplier-note-read', 'requester-note-read', 'failed-message-settled', 'failed-answer-settled'],
  ...['check-in', 'hold-return', 'release-return', 'waive-claim', 'insist-on-claim', 'declare-lost'],
] as const satisfies readonly Trigger[];
export type StepAtOnce = (typeof stepsAtOnce)[number];

/** Whether a step can be taken for several requests at once. */
export const isAtOnce = (trigger: Trigger): trigger is StepAtOnce => stepsAtOnce.some((step) => step === trigger);

/** Whether that applies in this state: a decision on copyright is taken for one request. */
export const isAtOnceIn = (trigger: Trigger, state: RequesterState | SupplierState): trigger is StepAtOnce =>
  isAtOnce(trigger) && !(trigger === 'let-through' && state === 'copyright-review');
