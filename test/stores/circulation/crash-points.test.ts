import { proofSize } from '../../builders/proof-size.ts';
import { crash } from '../../proofs/crash-points/run.ts';
import { crashScenarios } from '../../proofs/crash-points/scenarios.ts';
import { withoutSavedAnswers } from '../../proofs/mutants.ts';

const tried = { points: 0, of: 0 };
// The first scenario of every sixth function; npm run prove:crashes runs all of them, at each of their points.
const scenarios = Object.entries(crashScenarios)
  .flatMap(([id, all]) =>
    typeof all === 'string' ? [] : all.slice(0, 1).map((scenario) => [id, scenario.what, scenario] as const),
  )
  .filter((_, at) => at % proofSize(6, 1) === 0);

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => {
  const factor = Math.round(tried.of / tried.points);
  process.stdout.write(`Crash points: ${tried.points} of ${tried.of} (1/${factor} of npm run prove:crashes)\n`);
});

test.each(scenarios)('%s survives a crash of its worker: %s', async (id, _what, scenario) => {
  const { points, of, failures } = await crash(id, scenario, true);
  tried.points += points;
  tried.of += of;
  expect(failures).toEqual([]);
});

test('an answer that is left out of the transaction of its writes is detected', async () => {
  const uses = crashScenarios['circulation-use-in-house'];
  const [scenario] = typeof uses === 'object' ? uses : [];
  if (!scenario) throw new Error('The use of a copy in the library has its scenario.');
  const { failures } = await withoutSavedAnswers(() => crash('circulation-use-in-house', scenario, true));
  expect(failures[0]?.wrong.join()).toContain('"usedInHouse":2');
});
