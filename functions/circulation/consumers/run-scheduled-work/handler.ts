import { work } from '../../../../layers/platform/http/work.ts';
import { scheduledWorkDeps } from '../../deps.ts';
import { runDueWork } from '../../use-cases/run-due-work.ts';
import { contract } from './contract.ts';

export const handler = work(contract, scheduledWorkDeps, (_event: unknown, deps, { now }) => runDueWork(deps, now));
