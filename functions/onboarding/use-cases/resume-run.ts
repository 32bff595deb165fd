import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ResumingDeps } from '../deps.ts';
import { findWorkableLoad } from './find-load.ts';
import { runView } from './load-views.ts';

type ResumedRun = { actor: Actor | undefined; path: { memberId: string; loadId: string; runId: string } };

/** Starts a run again that failed or never began. */
export const resumeRun = async ({ loads, startMachine }: ResumingDeps, { actor, path }: ResumedRun, now: number) => {
  const { loadId, runId } = path;
  const found = await findWorkableLoad(loads, actor, path);
  if ('refused' in found) return found;
  const run = await loads.run(loadId, runId);
  if (!run) return refuse('unknown-run', `There is no run ${runId}.`);
  if (run.state === 'running') return refuse('run-running', 'The run is under way.');
  if (run.state === 'done' || run.state === 'refused') return refuse('run-ended', `The run is ${run.state}.`);
  await startMachine(`${runId}-${now}`, { loadId, runId });
  return answer(runView(run, await loads.parts(runId)));
};
