import { consumers } from '../../../functions/consumers.ts';
import { operations } from '../../../functions/operations.ts';
import { crash, mustSurvive } from '../../proofs/crash-points/run.ts';
import { crashScenarios } from '../../proofs/crash-points/scenarios.ts';

let mockForgetful = false;
// The mutant: the answer is not kept in the transaction of the work.
jest.mock('../../../layers/platform/http/once-by-key.ts', () => {
  const actual = jest.requireActual('../../../layers/platform/http/once-by-key.ts');
  return { ...actual, keepAnswer: (...given: unknown[]) => (mockForgetful ? [] : actual.keepAnswer(...given)) };
});

const tried = { points: 0, of: 0 };
const scenarios = Object.entries(crashScenarios).flatMap(([id, all]) =>
  typeof all === 'string' ? [] : all.map((scenario) => [id, scenario.what, scenario] as const),
);

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => {
  const factor = Math.round(tried.of / tried.points);
  process.stdout.write(`Crash points: ${tried.points} of ${tried.of} (1/${factor} of npm run prove:crashes)\n`);
});

test('every function that changes something has its crash scenario, or says why not', () => {
  const known = [...operations, ...consumers].map(({ id }) => id);
  expect(mustSurvive().filter((id) => !(id in crashScenarios))).toEqual([]);
  expect(Object.keys(crashScenarios).filter((id) => !known.includes(id))).toEqual([]);
  for (const all of Object.values(crashScenarios)) expect(all.length).toBeGreaterThan(0);
});

test.each(scenarios)('%s survives its worker: %s', async (id, _what, scenario) => {
  const { points, of, failures } = await crash(id, scenario, true);
  tried.points += points;
  tried.of += of;
  expect(failures).toEqual([]);
});

test('an answer kept apart from its work is found out', async () => {
  const uses = crashScenarios['circulation-use-in-house'];
  const [scenario] = typeof uses === 'object' ? uses : [];
  if (!scenario) throw new Error('The use of a copy in the library has its scenario.');
  mockForgetful = true;
  const { failures } = await crash('circulation-use-in-house', scenario);
  mockForgetful = false;
  expect(failures[0]?.wrong.join()).toContain('"usedInHouse":2');
});
