import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import { type RunDeps, runPart } from './run-part.ts';

/** Processes a part of a run, unless an earlier call has done it. Throws when there is no such part. */
export const processPart = async (
  deps: RunDeps,
  { loadId, runId, part: name }: { loadId: string; runId: string; part: string },
  now: number,
): Promise<{ part: string }> => {
  const [run, part] = await Promise.all([deps.loads.run(loadId, runId), deps.loads.part(runId, name)]);
  if (!run || !part) throw new Error(`There is no part ${name} of the run ${runId}.`);
  attributeUsage({ cause: run.memberId });
  if (!part.done) await runPart(deps, run, part, now);
  return { part: name };
};
