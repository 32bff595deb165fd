import { report, runModel } from './run.ts';
import { mutants } from './world.ts';

const SIZE = { runs: 150, commands: 60, seed: 20260302 };
/** The full proof is npm run prove:circulation-model. */
const FULL = 20_000;

test('any acts of desks, alone or two at once, agree with a simple model of the libraries', () => {
  const result = runModel(SIZE);
  const { runs, seed } = SIZE;
  process.stdout.write(`Model: ${runs} runs, 1/${Math.round(FULL / runs)} of prove:circulation-model, seed ${seed}\n`);
  expect(report(result)).toBe(`nothing found with seed ${seed}`);
  const kinds = ['check out', 'check in', 'renew', 'hold on rec', 'cancel hold', 'the shelf of hold', 'suspend hold'];
  const more = ['resume hold', 'pick hold', 'reorder rec', 'target rec', 'retarget hold', 'recall for hold'];
  const money = ['declare', 'claim', 'give up the search for', 'pay', 'waive', 'pay out'];
  for (const kind of [...kinds, ...more, ...money]) expect([kind, result.done.get(kind) ?? 0]).not.toEqual([kind, 0]);
});

test.each(mutants)('without the %s the same runs detect it', (mutant) => {
  expect(runModel({ ...SIZE, runs: 400, mutant }).found.failed).toBe(true);
});
