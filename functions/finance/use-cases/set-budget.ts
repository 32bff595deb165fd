import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { BudgetDeps } from '../deps.ts';
import type { Budget, BudgetPlace } from '../domain/budgets/budget.ts';
import { periodOf } from '../domain/budgets/span.ts';
import { currencyOf, yearStartOf } from './budget-terms.ts';

type Input = {
  place: BudgetPlace;
  terms: Pick<Budget, 'amount' | 'currency' | 'thresholds'> & { v: number };
  by: string;
  now: number;
  keep: Keep<Budget>;
};

/** Sets a budget from a period on, while it is unchanged since the caller read it (`v`). Refuses past periods. */
export const setBudget = async (
  { ids, ...deps }: BudgetDeps & { ids: Ids },
  { place, terms, by, now, keep }: Input,
) => {
  const { owner } = place;
  const startsIn = await yearStartOf(deps, owner, now);
  if (startsIn === undefined) return refuse('unknown-member', `There is no member ${owner}.`, '/path/memberId');
  if (place.from < periodOf(place.span, iso(now).slice(0, 7), startsIn))
    return refuse('past-period', 'What is over is not budgeted any more.', '/path/from');
  const currency = (await currencyOf(deps, place.measure, now)) ?? terms.currency;
  if (currency !== terms.currency) return refuse('other-currency', `It is reckoned in ${currency}.`, '/body/currency');
  const before = await deps.budgets.get(place);
  if ((before?.v ?? 0) !== terms.v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  const set = { at: iso(now), by };
  const after: Budget = { ...place, ...terms, set, v: terms.v + 1 };
  const audit = { subject: `budget:${owner}`, auditId: ids.next('audit', now), ...set, did: 'set-budget' };
  const written = await deps.budgets.set(after, { ...audit, detail: { before, after } }, keep(after));
  if (written === 'set') return answer(after);
  return written === 'changed'
    ? refuse('changed-meanwhile', 'Others set it just now.')
    : refuse('unknown-member', `There is no member ${owner}.`);
};
