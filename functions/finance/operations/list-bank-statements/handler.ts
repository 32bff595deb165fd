import { handle } from '../../../../layers/platform/http/handle.ts';
import { bankStatementDeps } from '../../deps.ts';
import { listBankStatements } from '../../use-cases/list-bank-statements.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bankStatementDeps, (_, deps) => listBankStatements(deps));
