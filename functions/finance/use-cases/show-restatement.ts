import { answer } from '../../../layers/platform/http/outcome.ts';
import type { RestatementDeps } from '../deps.ts';
import { possibleRestatement, restatementView } from '../schemas/restatements.ts';
import { findRestatement } from './find-restatement.ts';

/** Shows the restatement of a closed month: the prepared one, the one that is possible, or else the booked one. */
export const showRestatement = async (deps: RestatementDeps, month: string) => {
  const stored = await deps.restatements.get(month);
  const found = await findRestatement(deps, month, stored);
  if ('refused' in found) {
    const isBookedOnly = found.refused.every(({ code }) => code === 'no-restatement') && stored?.state === 'booked';
    return isBookedOnly ? answer(restatementView(stored, await deps.restatements.read(month, stored.seal))) : found;
  }
  // A restatement prepared before another bill arrived must be prepared again.
  const isPrepared = stored?.state === 'prepared' && stored.seal === found.seal;
  return answer(isPrepared ? restatementView(stored, found.restatement) : possibleRestatement(found, stored));
};
