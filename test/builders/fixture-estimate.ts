import { estimate } from '../../functions/finance/domain/estimate/estimate.ts';
import { estimateView } from '../../functions/finance/domain/estimate/view.ts';
import { fullWish, type WishName, wishSchema } from '../../functions/finance/domain/estimate/wish.ts';
import { bookInForce, priceBooks } from '../../functions/finance/domain/pricing/books.ts';
import { allowanceNames, allowancesNamed } from '../../functions/finance/domain/pricing/cost.ts';

const month = '2026-11';
const standing = {
  search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
  ...{ alarms: 54, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1 },
};

/** What the operation answers on a small deployment: reckoned, as there. */
export const fixtureEstimate = (query: URLSearchParams) => {
  const book = bookInForce(priceBooks, 'us-east-1', `${month}-30`);
  if (!book) throw new Error('No price book');
  const names = Object.keys(wishSchema.shape) as WishName[];
  const full = fullWish(
    Object.fromEntries(names.flatMap((name) => (query.has(name) ? [[name, Number(query.get(name))]] : []))),
  );
  const allowances = allowancesNamed(allowanceNames.find((name) => name === query.get('allowances')) ?? 'none');
  const input = { wish: full.wish, month, standing, logRetentionDays: 90, book, allowances };
  const made = estimate(input);
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return estimateView(input, full, made);
};
