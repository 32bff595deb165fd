import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { loadView, runView, uploadKey } from '../../data/load-store.ts';
import { fileStores } from '../../use-cases/stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fileStores, async ({ path: { memberId, loadId } }, { loads, bucket }) => {
  const load = await loads.get(loadId);
  if (load?.memberId !== memberId) return refuse('unknown-load', `${memberId} has no load ${loadId}.`);
  const [files, runs] = await Promise.all([loads.files(loadId), loads.runs(loadId)]);
  const views = files.map(async ({ loadId: _, ...file }) => ({
    ...file,
    there: (await bucket.size(uploadKey(loadId, file.fileId))) !== undefined,
  }));
  const parts = runs.map(async (run) => runView(run, run.state === 'done' ? [] : await loads.parts(run.runId)));
  return answer({ load: loadView(load), files: await Promise.all(views), runs: await Promise.all(parts) });
});
