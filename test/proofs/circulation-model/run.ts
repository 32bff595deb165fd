import * as fc from 'fast-check';
import { checkIn } from './acts.ts';
import { commandRuns } from './commands.ts';
import { newModel } from './model.ts';
import { type Mutant, newWorld, save, type World } from './world.ts';

/** How long a run is, how many, by which seed; and what is left out of the house, for the model to miss. */
export type ModelRun = { runs: number; commands: number; seed: number; mutant?: Mutant };

/** No state is a trap: scanned at home, every copy is on its shelf, or on its way to a hold, and lent to nobody. */
const evening = (world: World): void => {
  for (let at = 0; at < world.items.size; at += 1) {
    const { plan } = checkIn(at, 'ash.main');
    const decided = plan(world);
    const after = decided && save(world, decided) ? decided.changes.item?.after : undefined;
    if (after === undefined || after.loan || !['available', 'in-transit', 'on-hold-shelf'].includes(after.state))
      throw new Error(`Copy ${at} is ${after?.state} after it was scanned at home.`);
  }
};

/**
 * Runs random desks on the domain's decisions and on a plain model side by side. Gives what fast-check found: the shortest
 * run on which both differ, or nothing; and how often each kind of act was done.
 */
export const runModel = ({ runs, commands, seed, mutant }: ModelRun) => {
  const done = new Map<string, number>();
  const found = fc.check(
    fc.property(commandRuns(commands), (all) => {
      const real = newWorld(done, mutant);
      fc.modelRun(() => ({ model: newModel(), real }), all);
      evening(real);
    }),
    { numRuns: runs, seed, endOnFailure: mutant !== undefined },
  );
  return { found, done };
};

/** What was found, for people: the commands of the shortest run, and the first thing that differed. */
export const report = ({ found }: ReturnType<typeof runModel>): string => {
  const { failed, counterexample, errorInstance, seed, counterexamplePath: path } = found;
  if (!failed) return `nothing found with seed ${seed}`;
  return `seed ${seed}, path ${path}: ${counterexample}\n${(errorInstance as Error | undefined)?.message}`;
};
