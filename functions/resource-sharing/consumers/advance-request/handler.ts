import { work } from '../../../../layers/platform/http/work.ts';
import { count } from '../../../../layers/platform/runtime/meter.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { type Round, takeRound } from '../../use-cases/take-round.ts';
import { contract } from './contract.ts';

export const handler = work(contract, resourceSharingDeps, (round: Round, deps, { now }) => {
  count({ transitions: 3 });
  return takeRound(deps, round, now);
});
