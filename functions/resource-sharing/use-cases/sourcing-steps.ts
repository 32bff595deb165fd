import { fulfilLocally } from './fulfil-locally.ts';
import { RESUMING_STEPS, resumeRequest } from './resume-request.ts';
import type { SourcingSteps } from './sourcing-step.ts';

/** The steps that do more than the table says: they judge and source the request anew, or place something in its stead. */
export const sourcingSteps: SourcingSteps = {
  ...Object.fromEntries(RESUMING_STEPS.map((trigger) => [trigger, resumeRequest])),
  'fill-locally': fulfilLocally,
};
