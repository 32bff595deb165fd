import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { RequestedTitle } from '../../circulation/public/requested-titles.ts';
import type { SelectingDeps } from '../deps.ts';
import { holdsPerCopyOf, yearOn } from '../domain/fiscal-year.ts';
import { proposedCopies } from '../domain/selecting.ts';
import { titleOf } from './title-of.ts';

type Input = { memberId: string; actor: Actor | undefined; page: PageRequest; now: number };

/** Counts the copies that a library's patrons may get, and those of the library. */
const copiesFor = ({ copies }: RequestedTitle, memberId: string): { copies: number; ownCopies: number } => {
  const sum = (isCounted: (one: RequestedTitle['copies'][number]) => boolean): number =>
    copies.filter(isCounted).reduce((total, one) => total + one.copies, 0);
  const isOwn = ({ branchId }: { branchId: string }): boolean => memberOfBranch(branchId) === memberId;
  return { copies: sum((one) => !one.ownOnly || isOwn(one)), ownCopies: sum(isOwn) };
};

/** Lists the titles that have too few copies for their holds, with how many more each needs. */
export const listTitlesToBuy = async (deps: SelectingDeps, { memberId, actor, page, now }: Input) => {
  const { years } = await deps.funds.years(memberId);
  const holdsPerCopy = holdsPerCopyOf(yearOn(years, ({ timeZone }) => dayInZone(timeZone, iso(now))));
  const countsOf = (title: RequestedTitle) => ({ holds: title.waiting, ...copiesFor(title, memberId) });
  const isWanted = (title: RequestedTitle): boolean =>
    proposedCopies({ ...countsOf(title), onOrder: 0 }, holdsPerCopy) > 0;
  const found = await deps.requested(isWanted, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const titles = await Promise.all(
    found.rows.map(async (requested) => {
      const title = await titleOf(deps, requested.recordId, { actor, now });
      // The holds of a merged record are counted with the record that it is in.
      if (title?.recordId !== requested.recordId) return [];
      const { recordId, name, author, isbns, onOrder } = title;
      const counts = { ...countsOf(requested), onOrder: onOrder.all, ownOnOrder: onOrder.of(memberId) };
      const proposed = proposedCopies(counts, holdsPerCopy);
      const named = { recordId, title: name, ...(author !== undefined && { author }) };
      return proposed === 0
        ? []
        : [{ ...named, ...(isbns[0] !== undefined && { isbn: isbns[0] }), ...counts, proposed }];
    }),
  );
  return answer({ holdsPerCopy, titles: titles.flat(), ...(found.next !== undefined && { next: found.next }) });
};
