import { handle } from '../../../../layers/platform/http/handle.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { titleDeps } from '../../deps.ts';
import { listAvailability, liveAvailability } from '../../use-cases/list-availability.ts';
import { contract } from './contract.ts';

const compose = (runtime: Runtime) => {
  const deps = titleDeps(runtime);
  return { ...deps, live: liveAvailability(deps) };
};

export const handler = handle(contract, compose, ({ query, now }, deps) =>
  listAvailability(deps, query.records.split(','), now),
);
