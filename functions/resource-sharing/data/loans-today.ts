import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type TodayList, todayLists } from '../domain/workflow/today-lists.ts';
import type { Side } from '../domain/workflow/triggers.ts';
import { indexPartition, listKey } from './keys.ts';
import { readShown } from './shown-today.ts';

/** A request in a list of the day: the other library, and until when something is to be done. */
export type LoanToday = {
  requestId: string;
  side: Side;
  list: TodayList;
  recordId: string;
  title?: string;
  other?: string;
  by?: string;
};

/** A member's lists of the day; `counts` are those of the requests read, `more` names the lists that have others. */
export type LoansToday = { counts: { [L in TodayList]?: number }; more: TodayList[]; requests: LoanToday[] };

/** An index entry has keys only: the request and its side in the keys of the table, the rest in the key of the index. */
const readEntry = (list: TodayList, { pk, sk, gsi3sk }: Record<string, unknown>): LoanToday => ({
  requestId: String(pk).slice(String(pk).indexOf('#') + 1),
  side: sk === 'REQUEST' ? 'requester' : 'supplier',
  list,
  ...readShown(String(gsi3sk).split('#')[2] ?? ''),
});

const listOf = ({ gsi3sk }: Record<string, unknown>): string => String(gsi3sk).split('#')[0] ?? '';

/** How many entries of all lists are read at once: those of most libraries. */
const AT_ONCE = 60;

/**
 * Reads, for each list of the day, at most `most` requests that wait for a step of a member's staff, the oldest first: all lists by one
 * read, and each that this read did not reach by its own.
 */
export const loansToday = async (table: Table, memberId: string, most: number): Promise<LoansToday> => {
  const partition = indexPartition('loanRequest', 'gsi3', { list: listKey('today', memberId) });
  const first = await table.query({ index: 'gsi3', partition, limit: AT_ONCE });
  const cut = first.next && first.items.map(listOf).at(-1);
  const pages = await Promise.all(
    todayLists.map(async (list) => {
      const found = first.items.filter((entry) => listOf(entry) === list);
      const isWhole = cut === undefined || list < cut;
      const { items, next } =
        isWhole || found.length > most
          ? { items: found, next: undefined }
          : await table.query({ index: 'gsi3', partition, begins: `${list}#`, limit: most });
      const requests = items.slice(0, most).map((entry) => readEntry(list, entry));
      return { list, requests, more: next !== undefined || items.length > most };
    }),
  );
  const listed = pages.filter(({ requests }) => requests.length > 0);
  return {
    counts: Object.fromEntries(listed.map(({ list, requests }) => [list, requests.length])),
    more: listed.flatMap(({ list, more }) => (more ? [list] : [])),
    requests: listed.flatMap(({ requests }) => requests),
  };
};
