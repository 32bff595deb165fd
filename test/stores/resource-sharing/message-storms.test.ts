import { runStorms, said } from '../../../bench/message-storm/run.ts';

const mockLeftOut = { conditions: false, keys: false, news: false };
// The mutants. A row is written whatever it has become meanwhile.
jest.mock('../../../layers/data/condition.ts', () => {
  const actual = jest.requireActual('../../../layers/data/condition.ts');
  return { ...actual, unchanged: (v: number) => (mockLeftOut.conditions ? actual.present() : actual.unchanged(v)) };
});
// A key says nothing: what is repeated is done again.
jest.mock('../../../layers/http/once-by-key.ts', () => {
  const actual = jest.requireActual('../../../layers/http/once-by-key.ts');
  const onceByKey = (exchange: unknown, work: () => unknown) =>
    mockLeftOut.keys ? work() : actual.onceByKey(exchange, work);
  const keepAnswer = (...kept: unknown[]) => (mockLeftOut.keys ? [] : actual.keepAnswer(...kept));
  return { ...actual, onceByKey, keepAnswer };
});
// Nobody tells the workflow that its request has changed.
jest.mock('../../../layers/data/loan-machine.ts', () => {
  const actual = jest.requireActual('../../../layers/data/loan-machine.ts');
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
  for (const trigger of ['ask', 'loaned', 'ship', 'receive', 'cancel', 'cancel-requested'])
    expect([trigger, steps[trigger] ?? 0]).not.toEqual([trigger, 0]);
}, 600_000);

test.each(['conditions', 'keys', 'news'] as const)(
  'without %s a storm finds it out',
  async (guard) => {
    mockLeftOut[guard] = true;
    // The first that notices ends it: about one storm in nine does without conditions, as often without the others at once.
    const stormed = await runStorms({ ...SIZE, runs: 60 });
    mockLeftOut[guard] = false;
    expect(stormed.found.failed).toBe(true);
    if (guard !== 'conditions') expect(said(stormed)).toContain({ keys: 'I6', news: 'I10' }[guard]);
  },
  600_000,
);
