import * as z from 'zod';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { reportKey, runView } from '../../data/load-store.ts';
import { reportLineSchema } from '../../domain/run.ts';
import { mayWorkOn } from '../../use-cases/may-work-on.ts';
import { fileStores } from '../../use-cases/stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fileStores, async ({ actor, path, query }, { loads, bucket }) => {
  const { memberId, loadId, runId } = path;
  const [load, run] = await Promise.all([loads.get(loadId), loads.run(loadId, runId)]);
  if (load?.memberId !== memberId) return refuse('unknown-load', `${memberId} has no load ${loadId}.`);
  if (!mayWorkOn(actor, load)) return refuse('not-a-feed', 'This load is a cut-over: staff work on it.');
  if (!run) return refuse('unknown-run', `There is no run ${runId}.`);
  const parts = await loads.parts(runId);
  // One part's lines are a page: parts of which there is nothing to say are passed over.
  const [listed, next] = parts.filter(({ part, said }) => said > 0 && part >= (query.part ?? ''));
  const kept = listed && (await bucket.get(reportKey(runId, listed.part)));
  const lines = kept ? z.array(reportLineSchema).parse(JSON.parse(Buffer.from(kept).toString('utf8'))) : [];
  return answer({
    run: runView(run, parts),
    ...(listed && { report: { fileId: listed.fileId, lines } }),
    ...(next && { next: next.part }),
  });
});
