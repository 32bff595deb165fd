import { work } from '../../../../layers/platform/http/work.ts';
import { workflowDeps } from '../../deps.ts';
import { awaitEvent, type WaitingTask } from '../../use-cases/await-event.ts';
import { contract } from './contract.ts';

export const handler = work(contract, workflowDeps, (task: WaitingTask, deps) => awaitEvent(deps, task));
