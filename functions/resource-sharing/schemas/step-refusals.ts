import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../circulation/public/refusals.ts';
import { ruled } from '../../circulation/public/ruled-decision.ts';
import type { StepAtOnce } from '../domain/workflow/step-fields.ts';
import type { Trigger } from '../domain/workflow/triggers.ts';
import { stepRefusals, supplyRefusals } from './requests.ts';

const desks: readonly Trigger[] = ['receive', 'lend', 'renew', 'return', 'ship-back', 'check-in', 'cancel'];
const atPickup: readonly Trigger[] = ['receive', 'lend'];

/** Whether the circulation desk may take the step too: it handles the item. */
export const isForDesks = (step: StepAtOnce): boolean => desks.includes(step);
/** Whether the step can only be taken at the pickup branch. */
export const isAtPickup = (step: StepAtOnce): boolean => atPickup.includes(step);

/** The reasons why one of several steps was not taken; the others were taken nevertheless. */
export const stepCodes = {
  ...stepRefusals,
  ...supplyRefusals,
  ...ruled(refusalsOf.checkout),
  'no-policies': { status: 409, meaning: 'The consortium has not adopted loan rules and block thresholds yet.' },
  'barcode-missing': {
    status: 422,
    meaning: 'The barcode of the copy is missing: always when it is shipped, in a promise when the request names none.',
  },
  'not-your-step': { status: 403, meaning: 'This step is for staff for interlibrary loan.' },
} as const satisfies Record<string, Refusal>;
export type BatchStepCode = keyof typeof stepCodes;

const isCode = (code: string): code is BatchStepCode => Object.hasOwn(stepCodes, code);
export const batchStepCodes = Object.keys(stepCodes).filter(isCode);
