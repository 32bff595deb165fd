import { setUpFuzzing } from '../../local/set-up.ts';
import { deployed } from '../builders/deployed.ts';
import { batches, mayEndAccess, takesInput } from '../proofs/fuzz/plan.ts';
import { failureLines, notGeneratedLines, skippedIn } from '../proofs/fuzz/results.ts';
import { runBatch } from '../proofs/fuzz/run-batch.ts';

/**
 * A few operations of each kind of caller and of body; `npm run prove:fuzz` calls all of them, more often. None of them may end access: the
 * other tests of this stack use the same accounts and call from the same address.
 */
const sample = [
  'circulation-check-in',
  'circulation-check-out',
  'circulation-list-my-loans',
  'circulation-place-hold',
  'discovery-search',
  'finance-list-periods',
  'membership-list-directory',
  'patrons-look-up-patron',
  'patrons-my-profile',
  'resource-sharing-resolve-openurl',
];

test('operations answer generated requests with documented statuses only, and never with 5xx', async () => {
  const python = await setUpFuzzing();
  const contracts = batches(sample).flat();
  expect(contracts.filter(mayEndAccess)).toEqual([]);
  const results = await runBatch(contracts, { python, endpoints: deployed(), examples: 2, seconds: 20 });
  expect(failureLines(results)).toEqual([]);
  const withInput = new Set(contracts.flatMap((contract) => (takesInput(contract) ? [contract.id] : [])));
  expect(notGeneratedLines(results, (id) => withInput.has(id))).toEqual([]);
  expect(
    skippedIn(
      results,
      contracts.map(({ id }) => id),
    ),
  ).toEqual([]);
}, 180_000);
