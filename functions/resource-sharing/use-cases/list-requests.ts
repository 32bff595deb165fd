import { type CursorPage, mapRows } from '../../../layers/platform/dynamodb/cursor.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import type { WorkListQuery } from '../data/loan-request-store.ts';
import type { ReadDeps } from '../deps.ts';
import type { LoanRequestRow } from '../domain/requests/view-schemas.ts';
import { patronRow, requesterRow, supplierRow } from '../domain/requests/views.ts';
import type { Side } from '../domain/workflow/triggers.ts';
import { type WorkGroup, workGroupOf } from '../domain/workflow/work-groups.ts';
import { needsAttention } from '../domain/workflow/workflow.ts';
import { withTitle } from './with-title.ts';

const PAGE = 50;

type Filter = { side: Side; group?: WorkGroup | undefined; attention?: 'only' | undefined };
type Rows = CursorPage<LoanRequestRow> | 'bad-cursor';

/** Returns which requests a filter includes; undefined when it includes all. */
const onlyOf = ({ side, group, attention }: Filter): WorkListQuery['only'] => {
  if (group === undefined && attention === undefined) return undefined;
  return ({ state, attention: flagged }) =>
    (group === undefined || workGroupOf(side, state, flagged) === group) &&
    (attention === undefined || needsAttention(state, side, flagged));
};

const withTitles = async ({ titles }: ReadDeps, page: Rows, now: number): Promise<Rows> =>
  page === 'bad-cursor'
    ? page
    : { ...page, rows: await Promise.all(page.rows.map((row) => withTitle(titles, row, now))) };

/** Lists a page of a member's open requests at one side, oldest first. `now` in epoch ms. */
export const listRequests = async (
  deps: ReadDeps,
  { memberId, after, ...filter }: Filter & { memberId: string; after?: string | undefined },
  now: number,
): Promise<Rows> => {
  const query = { limit: PAGE, after, only: onlyOf(filter) };
  const page =
    filter.side === 'requester'
      ? mapRows(await deps.requests.ofRequester(memberId, query), requesterRow)
      : mapRows(await deps.requests.ofSupplier(memberId, query), ({ request, ask }) => supplierRow(request, ask));
  return withTitles(deps, page, now);
};

/** The most requests that are examined for one scan, by pages. */
const MOST_PAGES = 10;

/**
 * Lists the open requests of others that an item of the member answers, oldest first: those that name it before those that want its
 * record. Undefined when the member has no such item. `now` in epoch ms.
 */
export const listRequestsFor = async (
  deps: ReadDeps,
  { memberId, barcode }: { memberId: string; barcode: string },
  now: number,
): Promise<LoanRequestRow[] | undefined> => {
  const item = (await deps.items.find(barcode)).find((one) => one.memberId === memberId);
  if (item === undefined) return undefined;
  const { itemId, recordId } = item;
  const records = [recordId, recordId && (await findRecord(deps.table, recordId))?.now.recordId];
  const found: { row: LoanRequestRow; named: boolean }[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const some = await deps.requests.ofSupplier(memberId, { limit: PAGE, after });
    if (some === 'bad-cursor') break;
    for (const { request, ask } of some.rows) {
      const named = ask.itemId === itemId;
      if (named || records.includes(request.recordId)) found.push({ row: supplierRow(request, ask), named });
    }
    after = some.next;
    if (after === undefined) break;
  }
  const inOrder = found.toSorted((one, other) => Number(other.named) - Number(one.named));
  return Promise.all(inOrder.map(({ row }) => withTitle(deps.titles, row, now)));
};

/** Lists a page of a patron's requests, newest first. `now` in epoch ms. */
export const listPatronRequests = async (
  deps: ReadDeps,
  { patronId, after }: { patronId: string; after?: string | undefined },
  now: number,
): Promise<Rows> =>
  withTitles(deps, mapRows(await deps.requests.ofPatron(patronId, { limit: PAGE, after }), patronRow), now);
