import { type Demand, type LocalLoan, makeDemands, makeLocalLoans } from './demand.ts';
import { type Holdings, makeHoldings } from './holdings.ts';
import { type Library, makeLibraries } from './libraries.ts';
import type { RotaParameters } from './parameters.ts';
import { type Chance, chanceOf } from './random.ts';
import { type Way, wayBetween } from './ways.ts';

/** All that a seed determines before the run: the same for every policy that is compared on it. */
export type RotaWorld = {
  seed: number;
  parameters: RotaParameters;
  chance: Chance;
  libraries: Library[];
  /** `ways[supplier][requester]`. */
  ways: Way[][];
  holdings: Holdings;
  demands: Demand[];
  localLoans: LocalLoan[];
};

/** Returns the world of a seed. */
export const makeWorld = (parameters: RotaParameters, seed: number): RotaWorld => {
  const chance = chanceOf(seed);
  const libraries = makeLibraries(parameters, chance);
  const holdings = makeHoldings(libraries, parameters, chance);
  return {
    ...{ seed, parameters, chance, libraries, holdings },
    ways: libraries.map((from) => libraries.map((to) => wayBetween(parameters, from, to))),
    demands: makeDemands(libraries, holdings, parameters, chance),
    localLoans: makeLocalLoans(libraries, holdings, parameters, chance),
  };
};
