import { work } from '../../../../layers/platform/http/work.ts';
import { rollOverDeps } from '../../deps.ts';
import { processRollOvers } from '../../use-cases/roll-over/process-roll-overs.ts';
import { contract } from './contract.ts';

export const handler = work(contract, rollOverDeps, async (_event: unknown, deps) => processRollOvers(deps));
