import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { startStateMachine } from '../../../../layers/platform/queues/state-machine.ts';
import { fileKey, importStore, importView } from '../../data/import-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({
    imports: importStore(openTable(runtime)),
    bucket: openBucket(runtime),
    start: startStateMachine(runtime),
  }),
  async ({ path: { memberId, importId }, now }, { imports, bucket, start }) => {
    const load = await imports.get(importId);
    if (!load || load.memberId !== memberId) return refuse('unknown-import', `${memberId} has no load ${importId}.`);
    if (load.state === 'running') return refuse('import-running', 'The load is running.');
    if (load.state === 'done' || load.state === 'rejected') return refuse('import-ended', `The load is ${load.state}.`);
    if ((await bucket.size(fileKey(importId))) === undefined)
      return refuse('file-missing', 'Send the file to the address that the load was opened with.');
    await start(`${importId}-${now}`, { importId });
    return answer(importView(load, await imports.parts(importId)));
  },
);
