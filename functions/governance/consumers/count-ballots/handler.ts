import { work } from '../../../../layers/platform/http/work.ts';
import { countingDeps } from '../../deps.ts';
import { endAndRemind } from '../../use-cases/voting/end-and-remind.ts';
import { contract } from './contract.ts';

export const handler = work(contract, countingDeps, (_event: unknown, deps, { now }) => endAndRemind(deps, now));
