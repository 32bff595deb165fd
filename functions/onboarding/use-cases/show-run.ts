import * as z from 'zod';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { reportKey } from '../data/load-store.ts';
import type { FileDeps } from '../deps.ts';
import { reportLineSchema } from '../domain/run.ts';
import { findWorkableLoad } from './find-load.ts';
import { runView } from './load-views.ts';

type ShownRun = {
  actor: Actor | undefined;
  path: { memberId: string; loadId: string; runId: string };
  /** The part from which the report is shown. */
  part: string | undefined;
};

/** Shows a run and one page of its report: the lines of one part; parts without lines are skipped. */
export const showRun = async ({ loads, bucket }: FileDeps, { actor, path, part: from = '' }: ShownRun) => {
  const { loadId, runId } = path;
  const [found, run] = await Promise.all([findWorkableLoad(loads, actor, path), loads.run(loadId, runId)]);
  if ('refused' in found) return found;
  if (!run) return refuse('unknown-run', `There is no run ${runId}.`);
  const parts = await loads.parts(runId);
  const [listed, next] = parts.filter(({ part, reportLines }) => reportLines > 0 && part >= from);
  const stored = listed && (await bucket.get(reportKey(runId, listed.part)));
  const lines = stored ? z.array(reportLineSchema).parse(JSON.parse(Buffer.from(stored).toString('utf8'))) : [];
  return answer({
    run: runView(run, parts),
    ...(listed && { report: { fileId: listed.fileId, lines } }),
    ...(next && { next: next.part }),
  });
};
