import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { cutOver } from '../../proofs/cut-over/cut-over.ts';

const [FULL, HERE] = [100_000, 200];

test('rows of all kinds are loaded as the dry run computed, and a second run loads none', async () => {
  const table = await aTable();
  await aConsortium(table);
  const { wrong, byKind, againWriteUnits } = await cutOver(table, HERE);
  process.stdout.write(`${HERE} rows, 1/${FULL / HERE} of npm run prove:cutover\n`);
  expect({ wrong, accepted: Object.values(byKind).reduce((sum, { accepted }) => sum + accepted, 0) }).toEqual({
    wrong: 0,
    accepted: HERE,
  });
  // Of six runs: only rows about the runs themselves.
  expect(againWriteUnits).toBeLessThan(60);
});
