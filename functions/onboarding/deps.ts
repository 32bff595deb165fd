import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { startStateMachine } from '../../layers/platform/queues/state-machine.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { memberStore } from '../membership/public/member-store.ts';
import { loadStore } from './data/load-store.ts';
import { policiesInForce } from './data/policies-in-force.ts';

type Composed = Pick<Runtime, 'environment'>;

/** Composes the stores of loads, once a container. */
export const loadDeps = (runtime: Composed) => {
  const table = openTable(runtime);
  return {
    table,
    loads: loadStore(table),
    members: memberStore(table),
    policiesAt: (now: number) => policiesInForce(table, now),
  };
};
export type LoadDeps = ReturnType<typeof loadDeps>;

/** Composes the stores of loads with the bucket of their files. */
export const fileDeps = (runtime: Composed) => ({ ...loadDeps(runtime), bucket: openBucket(runtime) });
export type FileDeps = ReturnType<typeof fileDeps>;

/** Composes what resuming a run needs: the state machine that runs it. */
export const resumingDeps = (runtime: Composed) => ({ ...loadDeps(runtime), startMachine: startStateMachine(runtime) });
export type ResumingDeps = ReturnType<typeof resumingDeps>;

/** Composes what starting a run needs: the bucket and the state machine. */
export const startingDeps = (runtime: Composed) => ({ ...fileDeps(runtime), startMachine: startStateMachine(runtime) });
export type StartingDeps = ReturnType<typeof startingDeps>;
