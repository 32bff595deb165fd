import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ShelfTitle } from '../../../discovery/public/shelf-titles.ts';
import type { LoansToday, LoanToday } from '../../../resource-sharing/public/loans-today.ts';
import { todayLists } from '../../../resource-sharing/public/today-lists.ts';
import { inShelfOrder } from '../../domain/shelf-walk.ts';
import type { ItemToday } from '../../schemas.ts';
import { SHOWN } from './counted.ts';
import type { itemLists } from './item-lists.ts';

type Titles = ReadonlyMap<string, ShelfTitle>;
type Lists = Awaited<ReturnType<typeof itemLists>>;

/** Returns the records that the entries of these lists are about. */
export const recordsIn = (lists: Lists | undefined, loans: LoansToday | undefined): string[] => {
  const items = lists ? [lists.fetch, lists.clear, lists.coming, lists.missing].flatMap(({ entries }) => entries) : [];
  const ids = [...items, ...(loans?.requests ?? [])].flatMap(({ recordId }) => recordId ?? []);
  return [...new Set(ids)];
};

const itemWith =
  (titles: Titles, branchId: string) =>
  (item: ItemToday): ItemToday => {
    const found = titles.get(item.recordId ?? '');
    if (found === undefined) return item;
    const callNumber = found.callNumbers.get(memberOfBranch(branchId));
    return { ...item, title: found.title, ...(callNumber !== undefined && { callNumber }) };
  };

/** Returns the lists of items with titles and call numbers; what is to be fetched in shelf order. */
export const itemsWithTitles = ({ fetch, clear, coming, missing }: Lists, titles: Titles, branchId: string) => {
  const filled = itemWith(titles, branchId);
  return {
    fetch: { ...fetch, entries: inShelfOrder(fetch.entries.map(filled)).slice(0, SHOWN) },
    clear: { ...clear, entries: clear.entries.map(filled) },
    coming: { ...coming, entries: coming.entries.map(filled) },
    missing: { ...missing, entries: missing.entries.map(filled) },
  };
};

const loanWith =
  (titles: Titles) =>
  ({ recordId, ...loan }: LoanToday): Omit<LoanToday, 'recordId'> => {
    const title = titles.get(recordId ?? '')?.title ?? loan.title;
    return { ...loan, ...(title !== undefined && { title }) };
  };

const firstOfEach = (requests: readonly LoanToday[]): LoanToday[] =>
  todayLists.flatMap((list) => requests.filter((one) => one.list === list).slice(0, SHOWN));

/** Returns the lists of interlibrary loans with titles; a citation has its own. */
export const loansWithTitles = ({ counts, more, requests }: LoansToday, titles: Titles) => ({
  counts,
  ...(more.length > 0 && { more }),
  requests: firstOfEach(requests).map(loanWith(titles)),
});
