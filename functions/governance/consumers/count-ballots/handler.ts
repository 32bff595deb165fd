import { work } from '../../../../layers/platform/http/work.ts';
import { voteEmailDeps } from '../../deps.ts';
import { endAndRemind } from '../../use-cases/voting/end-and-remind.ts';
import { contract } from './contract.ts';

export const handler = work(contract, voteEmailDeps, (_event: unknown, deps, { now }) => endAndRemind(deps, now));
