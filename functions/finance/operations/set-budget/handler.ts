import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { budgetStore } from '../../data/budget-store.ts';
import type { Budget } from '../../domain/budgets/budget.ts';
import { periodOf } from '../../domain/budgets/span.ts';
import { currencyOf, yearStartOf } from '../../use-cases/budget-years.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, budgets: budgetStore(table), environment: runtime.environment };
  },
  async ({ actor, path: { memberId: owner, ...place }, body, now, keep }, { table, budgets, environment, ids }) => {
    const startsIn = await yearStartOf(table, owner, now);
    if (startsIn === undefined) return refuse('unknown-member', `There is no member ${owner}.`, '/path/memberId');
    if (place.from < periodOf(place.span, iso(now).slice(0, 7), startsIn))
      return refuse('past-period', 'What is over is not budgeted any more.', '/path/from');
    const currency = (await currencyOf({ environment }, table, place.measure, now)) ?? body.currency;
    if (currency !== body.currency) return refuse('other-currency', `It is reckoned in ${currency}.`, '/body/currency');
    const before = await budgets.get({ owner, ...place });
    if ((before?.v ?? 0) !== body.v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
    const set = { at: iso(now), by: actorName(actor) };
    const after: Budget = { owner, ...place, ...body, set, v: body.v + 1 };
    const audit = { subject: `budget:${owner}`, auditId: ids.next('audit', now), ...set, did: 'set-budget' };
    const written = await budgets.set(after, { ...audit, detail: { before, after } }, keep(after));
    if (written === 'set') return answer(after);
    return written === 'changed'
      ? refuse('changed-meanwhile', 'Others set it just now.')
      : refuse('unknown-member', `There is no member ${owner}.`);
  },
);
