import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { periodListDeps } from '../../deps.ts';
import { listPeriods } from '../../use-cases/list-periods.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, periodListDeps, async ({ query, now }, deps) =>
  answer(await listPeriods(deps, query, now)),
);
