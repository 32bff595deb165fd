import { consumers } from '../../functions/consumers.ts';
import { operations } from '../../functions/operations.ts';
import { mustSurvive } from '../proofs/crash-points/run.ts';
import { crashScenarios } from '../proofs/crash-points/scenarios.ts';

test('every function that changes something has its crash scenario, or a reason against one', () => {
  const known = [...operations, ...consumers].map(({ id }) => id);
  expect(mustSurvive().filter((id) => !(id in crashScenarios))).toEqual([]);
  expect(Object.keys(crashScenarios).filter((id) => !known.includes(id))).toEqual([]);
  for (const all of Object.values(crashScenarios)) expect(all.length).toBeGreaterThan(0);
});
