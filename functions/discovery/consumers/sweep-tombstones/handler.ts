import { work } from '../../../../layers/platform/http/work.ts';
import { sweepDeps } from '../../deps.ts';
import { sweepIndex } from '../../use-cases/sweep-index.ts';
import { contract } from './contract.ts';

export const handler = work(contract, sweepDeps, (_event: unknown, deps, { now }) => sweepIndex(deps, now));
