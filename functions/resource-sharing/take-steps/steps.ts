import { refusalsOf } from '../../../layers/domain/circulation/refusals.ts';
import type { Trigger } from '../../../layers/domain/resource-sharing/triggers.ts';
import type { Refusal } from '../../../layers/http/contract.ts';
import { ruled } from '../../circulation/shapes.ts';
import { itemRefusals, stepRefusals } from '../shapes.ts';

/** The steps that many requests can take at once: each needs no more than a reason, a barcode or a due date. */
export const stepsAtOnce = [
  ...['let-through', 'fill-locally', 'source-outside', 'agree-terms', 'refuse-terms', 'cancel', 'withdraw'],
  ...['receive', 'lend', 'renew', 'return', 'ship-back', 'copy-unusable', 'cannot-return', 'report-lost', 'found'],
  ...['accept-claim', 'dispute-claim'],
  ...['accept', 'decline', 'ship', 'accept-cancel', 'refuse-cancel', 'accept-renewal', 'refuse-renewal', 'recall'],
  ...['check-in', 'hold-return', 'release-return', 'waive-claim', 'insist-on-claim', 'declare-lost'],
] as const satisfies readonly Trigger[];
export type StepAtOnce = (typeof stepsAtOnce)[number];

const desks: readonly Trigger[] = ['receive', 'lend', 'renew', 'return', 'ship-back', 'check-in', 'cancel'];
const atPickup: readonly Trigger[] = ['receive', 'lend'];

/** Whether the desk may take the step too: the item passes through its hands. */
export const isForDesks = (step: StepAtOnce): boolean => desks.includes(step);
/** Whether the step can only be taken where the patron collects. */
export const isAtPickup = (step: StepAtOnce): boolean => atPickup.includes(step);

/** Why one of the steps was not taken; the others go on all the same. */
export const stepCodes = {
  ...stepRefusals,
  ...itemRefusals,
  ...ruled(refusalsOf.checkout),
  'no-policies': { status: 409, meaning: 'The consortium has not adopted loan rules and block thresholds yet.' },
  'barcode-missing': { status: 422, meaning: 'The request names no copy: say which one by its barcode.' },
  'not-your-step': { status: 403, meaning: 'This step is for staff for interlibrary loan.' },
} as const satisfies Record<string, Refusal>;
export type OneCode = keyof typeof stepCodes;

const isCode = (code: string): code is OneCode => Object.hasOwn(stepCodes, code);
export const oneCodes = Object.keys(stepCodes).filter(isCode);
