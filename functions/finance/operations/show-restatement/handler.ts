import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { possibleRestatement, restatementHouse, restatementView } from '../../use-cases/restatements.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, restatementHouse, async ({ path: { month } }, { restatements, find }) => {
  const kept = await restatements.get(month);
  const found = await find(month, kept);
  if ('refused' in found) {
    const isBookedOnly = found.refused.every(({ code }) => code === 'no-restatement') && kept?.state === 'booked';
    return isBookedOnly ? answer(restatementView(kept, await restatements.read(month, kept.seal))) : found;
  }
  // What was prepared before another bill came in is prepared anew.
  const isKept = kept?.state === 'prepared' && kept.seal === found.seal;
  return answer(isKept ? restatementView(kept, found.restatement) : possibleRestatement(found, kept));
});
