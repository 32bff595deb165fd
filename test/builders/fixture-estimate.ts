import { estimate } from '../../functions/finance/domain/estimate/estimate.ts';
import { estimateView } from '../../functions/finance/domain/estimate/view.ts';
import {
  completeWorkload,
  type WorkloadField,
  workloadSchema,
} from '../../functions/finance/domain/estimate/workload.ts';
import { bookInForce, priceBooks } from '../../functions/finance/domain/pricing/books.ts';
import { allowanceNames, allowancesNamed } from '../../functions/finance/domain/pricing/cost.ts';

const month = '2026-11';
const resources = {
  search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
  ...{ alarms: 54, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1 },
};

/** Returns the operation's answer on a small deployment, computed like the product's. */
export const fixtureEstimate = (query: URLSearchParams) => {
  const book = bookInForce(priceBooks, 'us-east-1', `${month}-30`);
  if (!book) throw new Error('No price book');
  const names = Object.keys(workloadSchema.shape) as WorkloadField[];
  const full = completeWorkload(
    Object.fromEntries(names.flatMap((name) => (query.has(name) ? [[name, Number(query.get(name))]] : []))),
  );
  const allowances = allowancesNamed(allowanceNames.find((name) => name === query.get('allowances')) ?? 'none');
  const input = { workload: full.workload, month, resources, logRetentionDays: 90, book, allowances };
  const made = estimate(input);
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return estimateView(input, full, made);
};
