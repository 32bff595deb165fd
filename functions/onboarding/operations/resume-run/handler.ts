import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { startStateMachine } from '../../../../layers/platform/queues/state-machine.ts';
import { runView } from '../../data/load-store.ts';
import { mayWorkOn } from '../../use-cases/may-work-on.ts';
import { loadStores } from '../../use-cases/stores.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ ...loadStores(runtime), start: startStateMachine(runtime) }),
  async ({ actor, path: { memberId, loadId, runId }, now }, { loads, start }) => {
    const load = await loads.get(loadId);
    if (load?.memberId !== memberId) return refuse('unknown-load', `${memberId} has no load ${loadId}.`);
    if (!mayWorkOn(actor, load)) return refuse('not-a-feed', 'This load is a cut-over: staff work on it.');
    const run = await loads.run(loadId, runId);
    if (!run) return refuse('unknown-run', `There is no run ${runId}.`);
    if (run.state === 'running') return refuse('run-running', 'The run is under way.');
    if (run.state === 'done' || run.state === 'refused') return refuse('run-ended', `The run is ${run.state}.`);
    await start(`${runId}-${now}`, { loadId, runId });
    return answer(runView(run, await loads.parts(runId)));
  },
);
