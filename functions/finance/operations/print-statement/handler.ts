import { handle } from '../../../../layers/platform/http/handle.ts';
import { statementFileDeps } from '../../deps.ts';
import { printStatement } from '../../use-cases/print-statement.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, statementFileDeps, ({ actor, path, body, now }, deps) => {
  const { format, paper: size, language } = body;
  return printStatement(deps, { ...path, format, size, language, actor, now });
});
