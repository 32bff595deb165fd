import { handle } from '../../../../layers/platform/http/handle.ts';
import { monthDeps } from '../../deps.ts';
import { getMonth } from '../../use-cases/get-month.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, monthDeps, ({ path: { month }, query: { member }, now }, deps) =>
  getMonth(deps, { month, member, now }),
);
