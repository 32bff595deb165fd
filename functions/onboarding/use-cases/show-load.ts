import { answer } from '../../../layers/platform/http/outcome.ts';
import { uploadKey } from '../data/load-store.ts';
import type { FileDeps } from '../deps.ts';
import { findLoad } from './find-load.ts';
import { loadView, runView } from './load-views.ts';

/** Shows a load with its files, whether each was uploaded, and its runs. */
export const showLoad = async ({ loads, bucket }: FileDeps, path: { memberId: string; loadId: string }) => {
  const found = await findLoad(loads, path);
  if ('refused' in found) return found;
  const { loadId } = path;
  const [files, runs] = await Promise.all([loads.files(loadId), loads.runs(loadId)]);
  const views = files.map(async ({ loadId: _, ...file }) => ({
    ...file,
    there: (await bucket.size(uploadKey(loadId, file.fileId))) !== undefined,
  }));
  const parts = runs.map(async (run) => runView(run, run.state === 'done' ? [] : await loads.parts(run.runId)));
  return answer({ load: loadView(found.load), files: await Promise.all(views), runs: await Promise.all(parts) });
};
