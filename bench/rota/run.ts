import type { Figures } from './compare.ts';
import { type Measures, measure } from './measure.ts';
import type { RotaParameters } from './parameters.ts';
import { POLICIES, type PolicyName, policyOf } from './policies.ts';
import { simulate } from './simulate.ts';
import { makeWorld } from './world.ts';

/** Runs every policy on the same world of each seed; `progress` receives a line after each. */
export const runSeeds = (
  parameters: RotaParameters,
  seeds: readonly number[],
  progress: (line: string) => void,
): Figures => {
  const names = Object.keys(POLICIES) as PolicyName[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as Measures[]])) as Figures;
  for (const [i, seed] of seeds.entries()) {
    const began = performance.now();
    const world = makeWorld(parameters, seed);
    for (const name of names) figures[name].push(measure(world, simulate(world, policyOf[name](world))));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    progress(`  seed ${seed} (${i + 1} of ${seeds.length}): ${world.demands.length} requests a policy, ${seconds} s`);
  }
  return figures;
};
