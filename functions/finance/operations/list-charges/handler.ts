import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { ledgerDeps } from '../../deps.ts';
import { listCharges } from '../../use-cases/list-charges.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, ledgerDeps, async ({ path: { memberId }, query: { month } }, deps) =>
  answer(await listCharges(deps, memberId, month)),
);
