import { addDays, localDay } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { cardExpiryStore } from '../../data/card-expiry-store.ts';
import { patronsOf } from '../../data/people.ts';
import { deskAt, deskStores } from '../../use-cases/desk.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async ({ path: { branchId }, query, now }, deps) => {
  const desk = await deskAt(deps, branchId, now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/path/branchId');
  const { of, days, ...wish } = query;
  const from = localDay(desk.calendar, desk.at);
  const span = { from, to: addDays(from, days) };
  const branches = of === 'member' ? await deps.branches.idsOf(memberOfBranch(branchId)) : [branchId];
  const page = await cardExpiryStore(deps.table).list(branches, span, wish);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const patrons = await patronsOf(
    deps.table,
    page.rows.map(({ patronId }) => patronId),
  );
  const cards = page.rows.flatMap(({ patronId, expiresOn, branchId: homeBranch }) => {
    const { status, person } = patrons.get(patronId) ?? {};
    // Renewed, moved or erased meanwhile: the row is the old one.
    if (!status || !person || status.expiresOn !== expiresOn || status.homeBranch !== homeBranch) return [];
    const { category } = status;
    return [{ patronId, name: person.person.name, card: person.card, category, homeBranch, expiresOn }];
  });
  return answer({ cards, ...span, ...(page.next !== undefined && { next: page.next }) });
});
