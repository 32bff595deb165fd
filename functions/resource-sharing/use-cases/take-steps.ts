import { answer } from '../../../layers/platform/http/outcome.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { type BatchContext, type BatchStep, takeOneStep } from './take-one-step.ts';

/** The number of parallel steps: fast enough for staff who wait, without overloading the table. */
const SIDE_BY_SIDE = 5;

/** Takes steps on several requests, each for itself: one that is refused leaves the others as they are. */
export const takeSteps = async (deps: ResourceSharingDeps, steps: readonly BatchStep[], context: BatchContext) => {
  const results = await mapInBatches(steps, SIDE_BY_SIDE, (one) => takeOneStep(deps, one, context));
  // Steps for several requesters at once are attributed to the library that takes them.
  if (new Set(steps.map(({ requestId }) => requestId)).size > 1) attributeUsage({ requester: undefined });
  return answer({ results });
};
