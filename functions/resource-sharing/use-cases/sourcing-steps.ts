import { fillInstead } from './fulfil-locally.ts';
import { goesOn, goOn } from './resume-request.ts';
import type { SpecialSteps } from './sourcing-step.ts';

/** The steps that do more than the table says: they judge and source the request anew, or place something in its stead. */
export const specialSteps: SpecialSteps = {
  ...Object.fromEntries(goesOn.map((trigger) => [trigger, goOn])),
  'fill-locally': fillInstead,
};
