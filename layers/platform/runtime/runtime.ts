import { type Clock, systemClock } from './clock.ts';
import type { Engines } from './engines.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { type Ids, systemIds } from './ids.ts';

/** The dependencies of every handler: clock, ids and settings; `engines` replaces AWS services in tests. */
export type Runtime = { clock: Clock; ids: Ids; environment: Environment; engines?: Partial<Engines> };

/** The production runtime. Reads the environment when called, so that a test may set it first. */
export const systemRuntime = (): Runtime => ({
  clock: systemClock,
  ids: systemIds,
  environment: readEnvironment(process.env),
});
