import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { loanCountDeps } from '../../deps.ts';
import { countLoansOf } from '../../use-cases/count-loans.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loanCountDeps, async ({ path: { month }, query: { member } }, deps) =>
  answer(await countLoansOf(deps, member, month)),
);
