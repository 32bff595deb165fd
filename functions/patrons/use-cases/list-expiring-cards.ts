import { addDays, localDay } from '../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { patronsOf } from '../data/people.ts';
import type { cardExpiryDeps } from '../deps.ts';
import { shownName } from '../domain/identity/person.ts';
import { loadDesk } from './load-desk.ts';

type Deps = Pick<ReturnType<typeof cardExpiryDeps>, 'table' | 'cardExpiries' | 'branches'>;
type Input = PageRequest & { branchId: string; of: 'branch' | 'member'; days: number; now: number };

/** Reads a page of the cards of branches that expire within a period, without those renewed, moved or erased meanwhile. */
const readExpiringCards = async (
  { table, cardExpiries }: Pick<Deps, 'table' | 'cardExpiries'>,
  branches: readonly string[],
  span: { from: string; to: string },
  wanted: PageRequest,
) => {
  const page = await cardExpiries.list(branches, span, wanted);
  if (page === 'bad-cursor') return page;
  const patrons = await patronsOf(
    table,
    page.rows.map(({ patronId }) => patronId),
  );
  const cards = page.rows.flatMap(({ patronId, expiresOn, branchId: homeBranch }) => {
    const { status, person } = patrons.get(patronId) ?? {};
    if (!status || !person || status.expiresOn !== expiresOn || status.homeBranch !== homeBranch) return [];
    const { category } = status;
    return [{ patronId, name: shownName(person.person), card: person.card, category, homeBranch, expiresOn }];
  });
  return { cards, ...(page.next !== undefined && { next: page.next }) };
};

/** Lists a page of the cards of a branch, or of all branches of its member, that expire in the next days. `now` in epoch ms. */
export const listExpiringCards = async (deps: Deps, { branchId, of, days, now, ...wanted }: Input) => {
  const desk = await loadDesk(deps.branches, branchId, now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/path/branchId');
  const from = localDay(desk.calendar, desk.at);
  const span = { from, to: addDays(from, days) };
  const branches = of === 'member' ? await deps.branches.idsOf(memberOfBranch(branchId)) : [branchId];
  const page = await readExpiringCards(deps, branches, span, wanted);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ ...page, ...span });
};
