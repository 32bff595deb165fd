import { handle } from '../../../../layers/platform/http/handle.ts';
import { statementDeps } from '../../deps.ts';
import { showStatement } from '../../use-cases/show-statement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, statementDeps, ({ actor, path }, deps) => showStatement(deps, path, actor));
