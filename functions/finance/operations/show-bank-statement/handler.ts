import { handle } from '../../../../layers/platform/http/handle.ts';
import { bankStatementShownDeps } from '../../deps.ts';
import { showBankStatement } from '../../use-cases/show-bank-statement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bankStatementShownDeps, ({ path: { statementId }, now }, deps) =>
  showBankStatement(deps, { statementId, now }),
);
