import { aTable } from '../../builders/dynamodb-local.ts';
import { measureFlat, uneven } from '../../proofs/flat-cost/flat.ts';

const SIZES = [100, 2500];
/** Part of the full proof: npm run prove:flat. */
const FULL = 1_000_000;

test('the units of every desk operation are the same among 2,500 items as among 100', async () => {
  const rows = await measureFlat(await aTable(), SIZES, 1);
  process.stdout.write(`Flat: ${SIZES.join(' and ')} items, 1/${FULL / Math.max(...SIZES)} of npm run prove:flat\n`);
  expect(rows).toHaveLength(7 * SIZES.length);
  expect(uneven(rows)).toEqual([]);
}, 180_000);
