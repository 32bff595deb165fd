import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import type { OverdueDeps } from '../deps.ts';
import type { LateLoan } from '../domain/loans/late-loan.ts';
import { lateLoans, sameEntry, shownForMember } from '../domain/loans/late-loan.ts';
import type { LateLoanView } from '../schemas/overdue.ts';
import { loanView } from '../schemas/views.ts';
import { namedPatrons } from './named-patrons.ts';

/**
 * Returns the entries of a page as a desk of a member may see them, in order. Omits entries that no longer match their items and, on the
 * list of a `whole` member, entries that are listed twice. `now` in epoch ms.
 */
const lateViews = async (
  deps: CirculationStores,
  entries: readonly LateLoan[],
  { member, whole }: { member: string; whole: boolean },
  now: number,
): Promise<LateLoanView[]> => {
  const at = iso(now);
  const items = await deps.items.getMany(entries.map(({ itemId }) => itemId));
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const late = entries.flatMap((entry) => {
    const item = byId.get(entry.itemId);
    if (item?.loan === undefined || !lateLoans(item, at).some((one) => sameEntry(one, entry))) return [];
    return whole && !shownForMember(entry, item) ? [] : [{ entry, item, loan: item.loan }];
  });
  const named = await namedPatrons(
    deps.table,
    late.map(({ loan }) => loan),
    member,
  );
  return Promise.all(
    late.map(async ({ entry: { branchId, stage, since }, item, loan }) => {
      const { patronId, patronMember, lost, terms } = loan;
      const patron = named.get(patronId);
      return {
        ...loanView(item, loan, at, await deps.titles.ofSource(item.sourceId, now)),
        ...{ branchId, stage, since, homeBranch: item.branchId, location: item.location, patronId, patronMember },
        ...(patron && { patron }),
        ...(lost && { charged: { amount: lost.amount, currency: terms.currency } }),
        ...(lost?.aged && { aged: true as const }),
      };
    }),
  );
};

type Query = PageRequest & { of: 'branch' | 'member'; stage: LateLoan['stage'] };
type Input = { actor: Actor | undefined; branchId: string; query: Query; now: number };

/** Lists a page of the overdue loans of a branch, or of all branches of its member for staff who signed in fully. `now` in epoch ms. */
export const listOverdue = async (deps: OverdueDeps, { actor, branchId, query, now }: Input) => {
  const { of, stage, ...pageRequest } = query;
  if (of === 'member' && actor?.kind === 'staff' && actor.desk !== undefined)
    return refuse('full-sign-in-needed', 'Sign in fully for the list of all branches.', '/query/of');
  const member = memberOfBranch(branchId);
  const branches = of === 'member' ? await deps.branches.idsOf(member) : [branchId];
  const page = await deps.late.list(branches, stage, pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const loans = await lateViews(deps, page.rows, { member, whole: of === 'member' }, now);
  return answer({ loans, ...(page.next !== undefined && { next: page.next }) });
};
