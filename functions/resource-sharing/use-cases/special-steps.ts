import { fillInstead } from './fill-instead.ts';
import { goesOn, goOn } from './go-on.ts';
import type { SpecialSteps } from './own-step.ts';

/** The steps that do more than the table says: they judge and source the request anew, or place something in its stead. */
export const specialSteps: SpecialSteps = {
  ...Object.fromEntries(goesOn.map((trigger) => [trigger, goOn])),
  'fill-locally': fillInstead,
};
