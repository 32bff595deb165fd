import { work } from '../../../../layers/platform/http/work.ts';
import { simulationDeps } from '../../deps.ts';
import { followFromLog } from '../../use-cases/simulate-from-log.ts';
import { contract } from './contract.ts';

export const handler = work(contract, simulationDeps, (_event: unknown, deps, { now }) => followFromLog(deps, now));
