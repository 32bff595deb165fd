import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { checkDeps } from '../../deps.ts';
import { checkSourceRecord } from '../../use-cases/read-source-record.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  checkDeps,
  async ({ actor, path: { sourceId }, body: { record }, now }, deps) => {
    const checked = await checkSourceRecord({ ...deps, now }, sourceId, actor, record);
    return checked ? answer(checked) : refuse('unknown-record', 'There is no such record.');
  },
);
