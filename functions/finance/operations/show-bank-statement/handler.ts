import { handle } from '../../../../layers/platform/http/handle.ts';
import { bankMatchDeps } from '../../deps.ts';
import { showBankStatement } from '../../use-cases/show-bank-statement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bankMatchDeps, ({ path: { statementId } }, deps) =>
  showBankStatement(deps, statementId),
);
