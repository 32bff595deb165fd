import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { importDeps } from '../../deps.ts';
import { readImport } from '../../use-cases/read-import.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, importDeps, async ({ path: { memberId, importId }, query }, deps) => {
  const page = await readImport(deps, { memberId, importId, fromPart: query.rejectsOfPart });
  return page ? answer(page) : refuse('unknown-import', `${memberId} has no load ${importId}.`);
});
