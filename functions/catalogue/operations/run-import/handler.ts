import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { importRunDeps } from '../../deps.ts';
import { runImport } from '../../use-cases/run-import.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, importRunDeps, async ({ path: { memberId, importId }, now }, deps) => {
  const load = await runImport(deps, { memberId, importId, now });
  if (!('refused' in load)) return answer(load);
  const details = {
    'unknown-import': `${memberId} has no load ${importId}.`,
    'import-running': 'The load is running.',
    'import-ended': `The load is ${load.state}.`,
    'file-missing': 'Send the file to the address that the load was opened with.',
  };
  return refuse(load.refused, details[load.refused]);
});
