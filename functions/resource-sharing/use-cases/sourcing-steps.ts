import { fulfilLocally } from './fulfil-locally.ts';
import { RESUMING_STEPS, resumeRequest } from './resume-request.ts';
import type { SourcingSteps } from './sourcing-step.ts';

/**
 * The steps that do more than the table: they review and source the request again, or place something instead of it.
 */
export const sourcingSteps: SourcingSteps = {
  ...Object.fromEntries(RESUMING_STEPS.map((trigger) => [trigger, resumeRequest])),
  'fill-locally': fulfilLocally,
};
