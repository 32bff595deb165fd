import * as fc from 'fast-check';
import { checkIn } from './acts.ts';
import { commandRuns } from './commands.ts';
import { newModel } from './model.ts';
import { type Mutant, newWorld, save, type World } from './world.ts';

/** The length of a run, the number of runs, the seed, and the defect that the model must detect. */
export type ModelRun = { runs: number; commands: number; seed: number; mutant?: Mutant };

/** No state is a dead end: scanned at home, every copy is on its shelf or in transit to a hold, and not on loan. */
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
 * Runs random desks on the domain's decisions and on a simple model side by side. Returns the shortest run on which both differ,
 * if any, and how often each kind of act was done.
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

/** Describes a failure: the commands of the shortest run, and the first difference. */
export const report = ({ found }: ReturnType<typeof runModel>): string => {
  const { failed, counterexample, errorInstance, seed, counterexamplePath: path } = found;
  if (!failed) return `nothing found with seed ${seed}`;
  return `seed ${seed}, path ${path}: ${counterexample}\n${(errorInstance as Error | undefined)?.message}`;
};
