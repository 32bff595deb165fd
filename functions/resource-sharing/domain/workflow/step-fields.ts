import type { RequesterState, SupplierState } from './states.ts';
import type { Trigger } from './triggers.ts';
import { unfilledReasons } from './unfilled-reasons.ts';

/**
 * What a step can be told: the fields of its form. `copy` is the barcode of an item, `document` a scan that is sent,
 * `decision` why a copy beyond the guidelines of copyright is asked for, `note` words to a partner outside.
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

/** The fields of the steps that have any, beside the guards that refuse a step without them (tested against these). */
export const STEP_FIELDS: { readonly [T in Trigger]?: readonly StepField[] } = {
  'let-through': [must('reason'), must('decision')],
  'write-to-supplier': [must('note')],
  'write-to-requester': [must('note')],
  cancel: [may('note')],
  renew: [may('note')],
  'refuse-terms': [may('note')],
  amend: [must('citation')],
  // The copy that the ask names is meant, unless another one is scanned.
  accept: [may('copy')],
  decline: [must('reason'), may('note')],
  'offer-terms': [must('reason'), may('terms'), may('note')],
  // Without a date the owner's loan rule sets it.
  ship: [may('copy'), may('due')],
  'supply-copy': [must('document')],
  'accept-renewal': [must('due')],
  'check-in-damaged': [must('cost')],
};

/** ISO 18626 reasonRetry: why an item is supplied on other terms only, or later (reference: interlibrary-loan.md 1.2). */
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

/** Why a request that was stopped goes on all the same, by what it was stopped for: our own codes. */
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

/** A field as a form shows it: where the words are codes, those to choose from. */
export type FormField = StepField & { options?: string[] };

/** The form of a step in this state; empty for a step that is told nothing. */
export const formOf = (trigger: Trigger, state: RequesterState | SupplierState): FormField[] => {
  // One copy more is let through by a decision, which says why; everything else by a code.
  const instead = state === 'copyright-review' ? 'reason' : 'decision';
  const fields = (STEP_FIELDS[trigger] ?? []).filter(({ field }) => trigger !== 'let-through' || field !== instead);
  return fields.map((one) => {
    if (one.field === 'reason') return { ...one, options: [...reasonsFor(trigger, state)] };
    return one.field === 'terms' ? { ...one, options: [...LOAN_CONDITIONS] } : one;
  });
};

/** The steps that many requests can take at once: each is told no more than a reason, a barcode, a due date or a note. */
export const stepsAtOnce = [
  ...['let-through', 'fill-locally', 'source-outside', 'agree-terms', 'refuse-terms', 'cancel', 'withdraw'],
  ...['receive', 'lend', 'renew', 'return', 'ship-back', 'copy-unusable', 'cannot-return', 'report-lost', 'found'],
  ...['accept-claim', 'dispute-claim', 'accept-cost', 'refuse-cost', 'confirm-home', 'confirm-lost'],
  ...['send-back', 'set-aside'],
  ...['accept', 'decline', 'ship', 'accept-cancel', 'refuse-cancel', 'accept-renewal', 'refuse-renewal', 'recall'],
  ...['supplier-note-read', 'requester-note-read'],
  ...['check-in', 'hold-return', 'release-return', 'waive-claim', 'insist-on-claim', 'declare-lost'],
] as const satisfies readonly Trigger[];
export type StepAtOnce = (typeof stepsAtOnce)[number];

/** Whether a step is one of those. */
export const isAtOnce = (trigger: Trigger): trigger is StepAtOnce => stepsAtOnce.some((step) => step === trigger);

/** Whether it can be taken so in this state: a decision on copyright is taken for one request. */
export const isAtOnceIn = (trigger: Trigger, state: RequesterState | SupplierState): trigger is StepAtOnce =>
  isAtOnce(trigger) && !(trigger === 'let-through' && state === 'copyright-review');
