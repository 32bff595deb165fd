import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { RequestedTitle } from '../../circulation/public/requested-titles.ts';
import type { SelectingDeps } from '../deps.ts';
import { holdsPerCopyOf } from '../domain/fiscal-year.ts';
import { proposedCopies } from '../domain/selecting.ts';
import { thisYear } from './this-year.ts';
import { countLibraries, type Looking, sumsOf, titleOf } from './title-of.ts';

/** Counts the copies that a library's patrons may get, and those of the library, as they were counted with the holds. */
const countedCopies = ({ copies }: RequestedTitle, memberId: string): { copies: number; ownCopies: number } => {
  const sum = (isCounted: (one: RequestedTitle['copies'][number]) => boolean): number =>
    copies.filter(isCounted).reduce((total, one) => total + one.copies, 0);
  const isOwn = ({ branchId }: { branchId: string }): boolean => memberOfBranch(branchId) === memberId;
  return { copies: sum((one) => !one.ownOnly || isOwn(one)), ownCopies: sum(isOwn) };
};

/** Counts the copies of a title now where any are on order, which may be among the copies that were counted with the holds. */
const countsOf = async (
  deps: SelectingDeps,
  requested: RequestedTitle,
  { union, onOrder }: NonNullable<Awaited<ReturnType<typeof titleOf>>>,
  looking: Looking,
) => {
  if (onOrder.byMember.size === 0) return { ...countedCopies(requested, looking.memberId), onOrder: 0, ownOnOrder: 0 };
  const libraries = await countLibraries(deps, union, onOrder, looking);
  const own = libraries.find(({ memberId }) => memberId === looking.memberId);
  return { ...sumsOf(libraries), ownCopies: own?.held ?? 0, ownOnOrder: own?.onOrder ?? 0 };
};

/** Lists the titles that have too few copies for their holds, with how many more each needs. */
export const listTitlesToBuy = async (deps: SelectingDeps, { page, ...looking }: Looking & { page: PageRequest }) => {
  const holdsPerCopy = holdsPerCopyOf(await thisYear(deps, looking));
  const isWanted = (title: RequestedTitle): boolean => {
    const { copies } = countedCopies(title, looking.memberId);
    return proposedCopies({ holds: title.waiting, copies, onOrder: 0 }, holdsPerCopy) > 0;
  };
  const found = await deps.requested(isWanted, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const titles = await Promise.all(
    found.rows.map(async (requested) => {
      const title = await titleOf(deps, requested.recordId, looking);
      // The holds of a merged record are counted with the record that it is in.
      if (title?.recordId !== requested.recordId) return [];
      const { recordId, name, author, isbn } = title;
      const counts = { holds: requested.waiting, ...(await countsOf(deps, requested, title, looking)) };
      const proposed = proposedCopies(counts, holdsPerCopy);
      const named = {
        recordId,
        title: name,
        ...(author !== undefined && { author }),
        ...(isbn !== undefined && { isbn }),
      };
      return proposed === 0 ? [] : [{ ...named, ...counts, proposed }];
    }),
  );
  return answer({ holdsPerCopy, titles: titles.flat(), ...(found.next !== undefined && { next: found.next }) });
};
