import { runStorms, said } from '../../proofs/message-storms/run.ts';

const mockLeftOut = { conditions: false, keys: false, news: false };
// The mutants. A row is written whatever stands there, and whatever it has become meanwhile.
jest.mock('../../../layers/platform/dynamodb/condition.ts', () => {
  const actual = jest.requireActual('../../../layers/platform/dynamodb/condition.ts');
  const whatever = () => actual.or(actual.absent(), actual.present());
  const { absent, unchanged, asRead } = actual;
  const leftOut =
    <A extends unknown[]>(condition: (...of: A) => unknown) =>
    (...of: A) =>
      mockLeftOut.conditions ? whatever() : condition(...of);
  return { ...actual, absent: leftOut(absent), unchanged: leftOut(unchanged), asRead: leftOut(asRead) };
});
// A key says nothing: what is repeated is done again.
jest.mock('../../../layers/platform/http/once-by-key.ts', () => {
  const actual = jest.requireActual('../../../layers/platform/http/once-by-key.ts');
  const onceByKey = (exchange: unknown, work: () => unknown) =>
    mockLeftOut.keys ? work() : actual.onceByKey(exchange, work);
  const keepAnswer = (...kept: unknown[]) => (mockLeftOut.keys ? [] : actual.keepAnswer(...kept));
  return { ...actual, onceByKey, keepAnswer };
});
// Nobody tells the workflow that its request has changed.
jest.mock('../../../functions/resource-sharing/data/loan-machine.ts', () => {
  const actual = jest.requireActual('../../../functions/resource-sharing/data/loan-machine.ts');
  const tellMachine = async (...told: unknown[]) => (mockLeftOut.news ? undefined : actual.tellMachine(...told));
  return { ...actual, tellMachine };
});

/** Of a full proof: npm run prove:storms. */
const FULL = 1000;
const SIZE = {
  runs: Number(process.env.STORM_RUNS ?? 6),
  groups: 60,
  seed: Number(process.env.CONCORD_SEED ?? 20260302),
};

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

test('C80 C84 C85 whatever is said and done, twice, late, at once or by half: the table is sound after each storm', async () => {
  const stormed = await runStorms(SIZE);
  const { acts, requests, messages, steps } = stormed;
  process.stdout.write(
    `Message storms: ${SIZE.runs} with ${acts} acts, ${requests} requests, ${messages} messages; 1/${Math.round(FULL / SIZE.runs)} of npm run prove:storms, seed ${SIZE.seed}\n`,
  );
  expect(said(stormed)).toBe(`nothing found with seed ${SIZE.seed}`);
  // Six storms need not come to everything (prove:storms asks for that): but they come far.
  for (const trigger of ['ask', 'loaned', 'cancel-requested']) expect(Object.keys(steps)).toContain(trigger);
  expect(Object.keys(steps).length).toBeGreaterThan(12);
}, 600_000);

test.each(['conditions', 'keys', 'news'] as const)(
  'without %s a storm finds it out',
  async (guard) => {
    mockLeftOut[guard] = true;
    // The first that notices ends it: one of the first few does. What meets is not left to the machine's speed (at-once.ts).
    const stormed = await runStorms({ ...SIZE, runs: 30 });
    process.stdout.write(`Without ${guard}: found out by storm ${stormed.found.numRuns}\n`);
    mockLeftOut[guard] = false;
    expect(stormed.found.failed).toBe(true);
    // The recount itself sees what was written over: a storm that breaks off, or an answer that fails, shows nothing of it.
    if (guard === 'conditions') expect(stormed.recounted).not.toEqual([]);
    else expect(said(stormed)).toContain({ keys: 'I6', news: 'I10' }[guard]);
  },
  600_000,
);
