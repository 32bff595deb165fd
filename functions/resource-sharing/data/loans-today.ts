import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type TodayList, todayLists } from '../domain/workflow/today-lists.ts';
import type { Side } from '../domain/workflow/triggers.ts';
import { indexPartition, listKey } from './keys.ts';
import { readAsk, readHead } from './loan-request-schemas.ts';

/** A request in a list of the day: the other library, and until when something is to be done. */
export type LoanToday = {
  requestId: string;
  side: Side;
  list: TodayList;
  recordId?: string;
  title?: string;
  other?: string;
  by?: string;
};

/** A member's lists of the day; `counts` are those of the requests read, `more` names the lists that have others. */
export type LoansToday = { counts: { [L in TodayList]?: number }; more: TodayList[]; requests: LoanToday[] };

type Row = Record<string, unknown>;

const titleOf = (one: { title?: string | undefined } | undefined): Pick<LoanToday, 'title'> =>
  one?.title === undefined ? {} : { title: one.title };

const asRequester = (row: Row): Omit<LoanToday, 'list'> => {
  const { requestId, due, recordId, citation } = readHead(row).head;
  return { requestId, side: 'requester', ...titleOf(citation), recordId, ...(due !== undefined && { by: due }) };
};

const aboutSchema = z.object({ recordId: z.string(), requesterMember: z.string(), title: z.string().optional() });

const asSupplier = (row: Row): Omit<LoanToday, 'list'> => {
  // Rows of earlier releases do not have it.
  const { data } = aboutSchema.safeParse(row.about);
  const shown = data && { ...titleOf(data), recordId: data.recordId, other: data.requesterMember };
  return { requestId: String(row.requestId), side: 'supplier', by: readAsk(row).answerBy, ...shown };
};

const readRow = (list: TodayList, row: Row): LoanToday => ({
  ...(row.entity === 'loanRequestAsk' ? asSupplier(row) : asRequester(row)),
  list,
});

/** Reads, for each list of the day, at most `most` requests that wait for a step of a member's staff, the oldest first. */
export const loansToday = async (table: Table, memberId: string, most: number): Promise<LoansToday> => {
  const partition = indexPartition('loanRequest', 'gsi4', { list: listKey('today', memberId) });
  const pages = await Promise.all(
    todayLists.map(async (list) => {
      const { items, next } = await table.query({ index: 'gsi4', partition, begins: `${list}#`, limit: most });
      return { list, requests: items.map((row) => readRow(list, row)), more: next !== undefined };
    }),
  );
  const listed = pages.filter(({ requests }) => requests.length > 0);
  return {
    counts: Object.fromEntries(listed.map(({ list, requests }) => [list, requests.length])),
    more: listed.flatMap(({ list, more }) => (more ? [list] : [])),
    requests: listed.flatMap(({ requests }) => requests),
  };
};
