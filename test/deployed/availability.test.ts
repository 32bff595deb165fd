import { availabilitySeen } from '../../bench/availability.ts';
import { deployed } from '../builders/deployed.ts';

/** Loans here; `npm run prove:availability` makes 50. */
const LOANS = 2;

test('a loan and a return are visible on the record’s page and in the filter', async () => {
  const waited = await availabilitySeen(deployed(), LOANS);
  // Logs the times without asserting them, because a slow machine must not fail the test. A loan that is never seen throws.
  const figures = waited.map(({ page, filter }) => `page ${Math.round(page)} ms, filter ${Math.round(filter)} ms`);
  console.log(`${LOANS} of 50 loans (1/${50 / LOANS} of prove:availability): ${figures.join('; ')}`);
  expect(waited).toHaveLength(2 * LOANS);
}, 180_000);
