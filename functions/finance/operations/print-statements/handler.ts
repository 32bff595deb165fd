import { handle } from '../../../../layers/platform/http/handle.ts';
import { statementFileDeps } from '../../deps.ts';
import { printStatements } from '../../use-cases/print-statements.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, statementFileDeps, ({ path, body, now }, deps) => {
  const { paper: size, ...rest } = body;
  return printStatements(deps, { ...path, ...rest, size, now });
});
