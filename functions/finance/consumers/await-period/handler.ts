import { work } from '../../../../layers/platform/http/work.ts';
import { periodStepDeps } from '../../deps.ts';
import { awaitPeriod, type WaitingPeriod } from '../../use-cases/await-period.ts';
import { contract } from './contract.ts';

export const handler = work(contract, periodStepDeps, (waiting: WaitingPeriod, deps) => awaitPeriod(deps, waiting));
