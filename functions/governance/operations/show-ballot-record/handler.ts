import { handle } from '../../../../layers/platform/http/handle.ts';
import { votingDeps } from '../../deps.ts';
import { showBallotRecord } from '../../use-cases/voting/show-proposal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, votingDeps, ({ path: { ballotId } }, deps) => showBallotRecord(deps, ballotId));
