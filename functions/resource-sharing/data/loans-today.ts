import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type TodayList, todayListOf } from '../domain/workflow/today-lists.ts';
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

/** A member's lists of the day; `counts` are those of the requests read, `more` when there are others. */
export type LoansToday = { counts: { [L in TodayList]?: number }; more: boolean; requests: LoanToday[] };

type Row = Record<string, unknown>;

const titleOf = (one: { title?: string | undefined } | undefined): Pick<LoanToday, 'title'> =>
  one?.title === undefined ? {} : { title: one.title };

const asRequester = (row: Row): LoanToday[] => {
  const { head } = readHead(row);
  const list = todayListOf('requester', head.state, head.attention);
  const { requestId, due, recordId, citation } = head;
  const shown = { ...titleOf(citation), recordId, ...(due !== undefined && { by: due }) };
  return list ? [{ requestId, side: 'requester', list, ...shown }] : [];
};

const aboutSchema = z.object({ recordId: z.string(), requesterMember: z.string(), title: z.string().optional() });

const asSupplier = (row: Row): LoanToday[] => {
  const ask = readAsk(row);
  const list = todayListOf('supplier', ask.supplierState, ask.attention);
  if (list === undefined) return [];
  // Rows of earlier releases do not have it.
  const { data } = aboutSchema.safeParse(row.about);
  const shown = data && { ...titleOf(data), recordId: data.recordId, other: data.requesterMember };
  return [{ requestId: String(row.requestId), side: 'supplier', list, by: ask.answerBy, ...shown }];
};

/** Reads at most `most` open requests of a member on each side, and sorts them into the lists of the day. */
export const loansToday = async (table: Table, memberId: string, most: number): Promise<LoansToday> => {
  const open = (entity: 'loanRequest' | 'loanRequestAsk', side: Side) => {
    const partition = indexPartition(entity, 'gsi2', { list: listKey(side, memberId) });
    return table.query({ index: 'gsi2', partition, limit: most });
  };
  const [heads, asks] = await Promise.all([open('loanRequest', 'requester'), open('loanRequestAsk', 'supplier')]);
  const [own, others] = [heads.items.flatMap(asRequester), asks.items.flatMap(asSupplier)];
  const counts: LoansToday['counts'] = {};
  for (const { list } of [...own, ...others]) counts[list] = (counts[list] ?? 0) + 1;
  return {
    counts,
    more: heads.next !== undefined || asks.next !== undefined,
    requests: [...others, ...own],
  };
};
