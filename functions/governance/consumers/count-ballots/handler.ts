import { work } from '../../../../layers/platform/http/work.ts';
import { votingDeps } from '../../deps.ts';
import { countDueBallots } from '../../use-cases/voting/end-ballot.ts';
import { contract } from './contract.ts';

export const handler = work(contract, votingDeps, (_event: unknown, deps, { now }) => countDueBallots(deps, now));
