import { type Clock, systemClock } from './clock.ts';
import type { Engines } from './engines.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type Ids, systemIds } from './ids.ts';

/**
 * The dependencies of every handler: clock, ids and settings; `engines` replaces AWS services in tests. `compositions` holds what was
 * composed on this runtime, by composing function, where several operations of one container share it.
 */
export type Runtime = {
  clock: Clock;
  ids: Ids;
  environment: Environment;
  engines?: Partial<Engines>;
  compositions?: Map<unknown, unknown>;
};

/** Returns what `compose` makes of a runtime: once per container where the runtime shares compositions. */
export const composedOn = <D>(runtime: Runtime, compose: (runtime: Runtime) => D): D => {
  const { compositions } = runtime;
  if (compositions === undefined) return compose(runtime);
  if (!compositions.has(compose)) compositions.set(compose, compose(runtime));
  return compositions.get(compose) as D;
};

/** The production runtime. Reads the environment when called, so that a test may set it first. */
export const systemRuntime = (): Runtime => ({
  clock: systemClock,
  ids: systemIds,
  environment: readEnvironment(process.env),
});
