import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { startStateMachine } from '../../../../layers/platform/queues/state-machine.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { runView, uploadKey } from '../../data/load-store.ts';
import { mayWorkOn } from '../../use-cases/may-work-on.ts';
import { fileStores } from '../../use-cases/stores.ts';
import { contract } from './contract.ts';
import { filesOf, wereLookedThrough } from './files-of.ts';

const underWay = (state: string): boolean => state === 'waiting' || state === 'running';

export const handler = handle(
  contract,
  (runtime) => ({ ...fileStores(runtime), start: startStateMachine(runtime) }),
  async ({ actor, path: { memberId, loadId }, body, now }, { loads, bucket, start, ids }) => {
    const load = await loads.get(loadId);
    if (load?.memberId !== memberId) return refuse('unknown-load', `${memberId} has no load ${loadId}.`);
    if (!mayWorkOn(actor, load)) return refuse('not-a-feed', 'This load is a cut-over: staff work on it.');
    const { mode, fileIds, deactivateMissing: missing } = body;
    if (missing && load.purpose !== 'patron-feed')
      return refuse('feeds-only', 'Open a feed.', '/body/deactivateMissing');
    const [all, runs] = await Promise.all([loads.files(loadId), loads.runs(loadId)]);
    const files = filesOf(all, fileIds);
    if (files.length === 0 || files.length < (fileIds?.length ?? 1)) return refuse('unknown-file', 'Add a file first.');
    if (runs.some(({ state }) => underWay(state))) return refuse('run-running', 'Wait until it is done.');
    for (const { fileId, fileName } of files) {
      if ((await bucket.size(uploadKey(loadId, fileId))) === undefined)
        return refuse('file-missing', `Send ${fileName}.`);
    }
    const looked = load.purpose === 'patron-feed' || wereLookedThrough(files, load.mapping, runs);
    if (mode === 'apply' && !looked) return refuse('dry-run-first', 'Start a dry run of these files first.');
    const runId = ids.next('load-run', now);
    const about = { runId, loadId, memberId, mode, by: actorName(actor), createdAt: iso(now) };
    const run = { ...about, mapping: load.mapping, files, ...(missing && { missing }) };
    await loads.addRun(run);
    await start(runId, { loadId, runId });
    return answer(runView({ ...run, state: 'waiting', parts: 0 }));
  },
);
