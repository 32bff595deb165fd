import { handle } from '../../../../layers/platform/http/handle.ts';
import { restatementDeps } from '../../deps.ts';
import { showRestatement } from '../../use-cases/show-restatement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, restatementDeps, ({ path: { month } }, deps) => showRestatement(deps, month));
