import { actorName, staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { cancelBallot, countProposal } from '../../use-cases/voting/end-ballot.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ actor, path, body, now }, deps) => {
  const ending = { ...path, by: actorName(staffOf(actor)), now };
  return body.step === 'count' ? countProposal(deps, ending) : cancelBallot(deps, ending, body);
});
