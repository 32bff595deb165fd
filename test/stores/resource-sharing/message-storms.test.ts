import { report, runStorms } from '../../proofs/message-storms/run.ts';

/** Part of the full proof: npm run prove:storms. */
const FULL = 1000;
const SIZE = {
  runs: Number(process.env.STORM_RUNS ?? 2),
  groups: 60,
  seed: Number(process.env.CONCORD_SEED ?? 20260302),
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

test('C80 C84 C85 after any messages and acts, repeated, late, concurrent or interrupted, the table is consistent', async () => {
  const stormed = await runStorms(SIZE);
  const { acts, requests, messages, steps } = stormed;
  process.stdout.write(
    `Message storms: ${SIZE.runs} with ${acts} acts, ${requests} requests, ${messages} messages; 1/${Math.round(FULL / SIZE.runs)} of npm run prove:storms, seed ${SIZE.seed}\n`,
  );
  expect(report(stormed)).toBe(`nothing found with seed ${SIZE.seed}`);
  // A few storms need not reach every case (prove:storms requires that), but they reach most.
  for (const trigger of ['ask', 'loaned', 'cancel-requested']) expect(Object.keys(steps)).toContain(trigger);
  expect(Object.keys(steps).length).toBeGreaterThan(12);
}, 600_000);

test.each([
  ['conditions', undefined],
  ['keys', 'I6'],
  ['wakes', 'I10'],
] as const)(
  'a defect without %s is detected by one of the first storms',
  async (without, invariant) => {
    // The first storm that finds an error ends the test. Which acts run at once does not depend on the machine's speed (at-once.ts).
    const stormed = await runStorms({ ...SIZE, runs: 30, without });
    process.stdout.write(`Without ${without}: detected by storm ${stormed.found.numRuns}\n`);
    expect(stormed.found.failed).toBe(true);
    // The recount detects lost updates: an interrupted storm, or a failed response, does not show them.
    if (invariant === undefined) expect(stormed.recounted).not.toEqual([]);
    else expect(report(stormed)).toContain(invariant);
  },
  600_000,
);
