import * as z from 'zod';
import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readMatching, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { type Ask, type LoanRequest, withoutAddresses } from '../domain/requests/request.ts';
import { balanceChanges } from '../domain/rota/lending-balance.ts';
import type { Acted } from '../domain/workflow/act.ts';
import type { LoanFact } from '../domain/workflow/move.ts';
import type { Side } from '../domain/workflow/triggers.ts';
import { hasEnded } from '../domain/workflow/workflow.ts';
import { claimKeysOf } from './claim-keys.ts';
import { duplicateKeyOf } from './duplicate-key.ts';
import { indexPartition, key, listKey, sortPrefix } from './keys.ts';
import { reportWrites } from './loan-report-store.ts';
import { askItem, balanceWrite, claimKey, claimWrite, headItem, rotaItem, stepItem } from './loan-request-items.ts';
import { readAsk, readHead, storedRota, storedStep } from './loan-request-schemas.ts';
import { readWorkStatus, type WorkStatus } from './loan-work.ts';
import { outgoingWrites, withPatronRequestStatus } from './partner-message-store.ts';

/** A request without the fields that lists do not show. */
export type LoanRequestHead = Omit<LoanRequest, 'rota' | 'history'>;

/** A loaded request; `counted` states whether it still counts among its patron's holds. */
export type StoredLoanRequest = { request: LoanRequest; counted: boolean };

/**
 * How a request is placed: whether it counts among its patron's holds, and claims the item. A request that waits for
 * review does neither. `facts` are of the steps that it has already.
 */
export type Placing = { counted?: boolean; claims?: boolean; facts?: LoanFact[] };

/** The page of a list of open requests, and the filter by their state on the viewer's side. */
export type WorkListQuery = PageRequest & { only?: ((status: WorkStatus) => boolean) | undefined };

/** The result of a step, as far as it is stored. */
type Step = Pick<Acted, 'request' | 'facts' | 'outgoing'>;

/**
 * Interlibrary loan requests. One step is one conditional write: request, ask, step rows and members' counters
 * together.
 */
export type LoanRequestStore = {
  /**
   * Writes a new request with its rota and its first results (steps, facts). `more` belongs to the same write; returns
   * the index of the failed write in it.
   */
  place(
    request: LoanRequest,
    more: Write[],
    how?: Placing,
  ): Promise<'placed' | 'already-requested' | { failed: number }>;
  /** Builds the same writes, for a larger transaction. */
  placingWrites(request: LoanRequest, how?: Placing): Write[];
  /**
   * Finds the open request by which a patron has claimed an item, by its record or one merged into it; strongly read.
   */
  claimedBy(patronId: string, requestKey: string): Promise<string | undefined>;
  /** Loads the whole request, strongly read. */
  load(requestId: string): Promise<StoredLoanRequest | undefined>;
  /**
   * Writes a step on condition that the request is unchanged, with its messages to partners in the outbox; `more`
   * (items, patron) in the same write. False when it has changed.
   */
  save(before: StoredLoanRequest, acted: Step, more?: { writes: Write[]; counted?: boolean }): Promise<boolean>;
  /** A member's open requests as requester, oldest first. */
  ofRequester(memberId: string, paging: WorkListQuery): Promise<CursorPage<LoanRequestHead> | 'bad-cursor'>;
  /** The open requests of others to a member, oldest first. */
  ofSupplier(
    memberId: string,
    paging: WorkListQuery,
  ): Promise<CursorPage<{ request: LoanRequestHead; ask: Ask }> | 'bad-cursor'>;
  /** The open asks for which a scan of this copy ships it, oldest first: by an index with a short delay. */
  askingFor(itemId: string): Promise<{ requestId: string; ask: Ask }[]>;
  /** Whether the supplier has asked the borrower to retain the item for now. */
  isReturnHeld(requestId: string): Promise<boolean>;
  /** A patron's requests, newest first. */
  ofPatron(patronId: string, paging: PageRequest): Promise<CursorPage<LoanRequestHead> | 'bad-cursor'>;
  /**
   * Stores the token of the waiting task. Returns whether the request is still at `v` (otherwise it has changed in the
   * meantime), and its requester.
   */
  wait(requestId: string, token: string, v: number): Promise<{ still: boolean; requester?: string }>;
  /** The token of the waiting task; with `v`, only of one that has not seen that version. */
  waiting(requestId: string, v?: number): Promise<string | undefined>;
};

/** The number of requests examined for one copy: it can be shipped for only one of them. */
const MOST_ASKING = 5;

const partitionOf = (requestId: string): string => key('loanRequest', { requestId }).pk;

const assemble = (items: Record<string, unknown>[]): StoredLoanRequest | undefined => {
  const of = (entity: string) => items.filter((item) => item.entity === entity);
  const [headRow] = of('loanRequest');
  if (!headRow) return undefined;
  const { head, counted } = readHead(headRow);
  const [rotaRow] = of('loanRequestRota').map((item) => storedRota.parse(item));
  const { entries: rota = [], excluded } = rotaRow ?? {};
  const history = of('loanRequestStep').map((item) => storedStep.parse(item).step);
  const asked = { rota, ...(excluded && { excluded }), asks: of('loanRequestAsk').map(readAsk) };
  return { request: { ...head, ...asked, history }, counted };
};

/** The writes at the request's end for its patron: it no longer counts among the holds. */
const uncountWrites = ({ request, counted }: StoredLoanRequest): Write[] => {
  if (request.patron === undefined || !counted) return [];
  const { patronId } = request.patron;
  return [{ update: patronsKeys.key('patronStatus', { patronId }), add: { 'counters.holds': -1 } }];
};

const claimed = z.object({ requestId: z.string() });

const claimant = async (table: Table, patronId: string, requestKey: string): Promise<string | undefined> => {
  const item = await table.get(claimKey(patronId, requestKey), { strong: true });
  return item && claimed.parse(item).requestId;
};

/** The conditions that no open request claims the item under a record that was merged into its current one. */
const unclaimedChecks = async (
  table: Table,
  placed: LoanRequest,
  { claims = true }: Placing = {},
): Promise<Write[]> => {
  if (!placed.patron || !claims) return [];
  const { patronId } = placed.patron;
  const requestKey = duplicateKeyOf(placed);
  const own = claimKey(patronId, requestKey).sk;
  const keys = await claimKeysOf(table, patronId, requestKey);
  return keys.filter(({ sk }) => sk !== own).map((check) => ({ check, when: absent() }));
};

/**
 * Updates the claim: it ends with the request, and follows when terms change the item. Only the request's own claim: an
 * accepted duplicate has none, and of two merged patrons' claims one remained.
 */
const claimWrites = async (table: Table, before: LoanRequest, after: LoanRequest): Promise<Write[]> => {
  const { patron, requestId } = before;
  const [was, is] = [duplicateKeyOf(before), duplicateKeyOf(after)];
  const ends = hasEnded(after) && !hasEnded(before);
  if (patron === undefined || (was === is && !ends)) return [];
  const { patronId } = patron;
  if ((await claimant(table, patronId, was)) !== requestId) return [];
  const gone: Write = { delete: claimKey(patronId, was), when: equals('requestId', requestId) };
  const taken = ends || (await claimant(table, patronId, is)) !== undefined;
  return taken ? [gone] : [gone, claimWrite(patronId, is, requestId)];
};

const changedAsks = (before: LoanRequest, after: LoanRequest): Ask[] =>
  after.asks.filter((ask) => before.asks.find(({ askId }) => askId === ask.askId) !== ask);

const saveWrites = (
  before: StoredLoanRequest,
  { request: after, facts, outgoing }: Step,
  counted: boolean,
): Write[] => {
  const { request, notifications } = withPatronRequestStatus({ ...after, v: before.request.v + 1 });
  const known = before.request.history.length;
  const ends = hasEnded(request) && !hasEnded(before.request);
  const retained = ends ? withoutAddresses(request) : request;
  const head = headItem(retained, counted && !ends, request.history.length);
  // The facts are part of the written item: the table's stream is the outbox.
  return [
    { put: { ...head, facts }, when: unchanged(before.request.v) },
    ...changedAsks(before.request, request).map((ask) => ({ put: askItem(request, ask) })),
    ...request.history.slice(known).map((step, i) => ({
      put: stepItem(request.requestId, known + i + 1, step),
      when: absent(),
    })),
    ...balanceChanges({ request, facts }).map(balanceWrite),
    ...reportWrites({ request, facts }),
    ...outgoingWrites(request, outgoing),
    ...notifications,
    ...(isSameRota(before.request, request) ? [] : [{ put: rotaItem(request) }]),
    ...(ends ? uncountWrites({ request, counted }) : []),
  ];
};

/** Whether the rota and the excluded libraries were not judged again. */
const isSameRota = (before: LoanRequest, request: LoanRequest): boolean =>
  request.rota === before.rota && request.excluded === before.excluded;

const placingWrites = (placed: LoanRequest, { counted = true, claims = true, facts = [] }: Placing = {}): Write[] => {
  const request = { ...placed, v: 1 };
  const { requestId, patron, history } = request;
  const head = headItem(request, counted && patron !== undefined, history.length);
  return [
    ...(patron && claims ? [claimWrite(patron.patronId, duplicateKeyOf(request), requestId)] : []),
    { put: facts.length > 0 ? { ...head, facts } : head, when: absent() },
    { put: rotaItem(request), when: absent() },
    ...history.map((step, i) => ({ put: stepItem(requestId, i + 1, step), when: absent() })),
  ];
};

const withAsks = async (table: Table, head: Record<string, unknown>): Promise<LoanRequestHead> => {
  const { head: read } = readHead(head);
  const begins = sortPrefix('loanRequestAsk');
  const asks = await table.queryAll({ partition: partitionOf(read.requestId), begins });
  return { ...read, asks: asks.map(readAsk) };
};

const pageOf = async <T>(
  page: CursorPage<Record<string, unknown>> | 'bad-cursor',
  read: (item: Record<string, unknown>) => Promise<T | undefined>,
): Promise<CursorPage<T> | 'bad-cursor'> => {
  if (page === 'bad-cursor') return page;
  const rows = (await Promise.all(page.rows.map(read))).filter((row) => row !== undefined);
  return { ...page, rows };
};

/** A page of an index list as stored: unfiltered, or filtered by state. */
const listed = (table: Table, partition: string, { only, ...paging }: WorkListQuery, side: Side) => {
  const query = { index: 'gsi2' as const, partition };
  const read = (item: Record<string, unknown>) => item;
  return only
    ? readMatching(table, query, paging, { wanted: (item) => only(readWorkStatus(side, item)), read })
    : readPage(table, query, paging, read);
};

const headKey = (item: Record<string, unknown>) => ({
  pk: String(item.pk),
  sk: key('loanRequest', { requestId: '-' }).sk,
});

/** The loan requests in the table. */
export const loanRequestStore = (table: Table): LoanRequestStore => ({
  place: async (placed, more, how) => {
    const own = [...placingWrites(placed, how), ...(await unclaimedChecks(table, placed, how))];
    const conflict = await table.write([...own, ...more]);
    if (!conflict) return 'placed';
    const failed = conflict.conflict.map(({ index }) => index);
    return failed.some((index) => index < own.length)
      ? 'already-requested'
      : { failed: Math.min(...failed) - own.length };
  },
  placingWrites,
  claimedBy: async (patronId, requestKey) => {
    const rows = await table.getMany(await claimKeysOf(table, patronId, requestKey), { strong: true });
    return rows.flatMap((row) => (row ? [claimed.parse(row).requestId] : []))[0];
  },
  load: async (requestId) => assemble(await table.queryAll({ partition: partitionOf(requestId), strong: true })),
  save: async (before, acted, more = { writes: [] }) => {
    const writes = saveWrites(before, acted, more.counted ?? before.counted);
    const claims = await claimWrites(table, before.request, acted.request);
    return (await table.write([...writes, ...claims, ...more.writes])) === undefined;
  },
  ofRequester: async (memberId, paging) => {
    const partition = indexPartition('loanRequest', 'gsi2', { list: listKey('requester', memberId) });
    return pageOf(await listed(table, partition, paging, 'requester'), (item) => withAsks(table, item));
  },
  ofSupplier: async (memberId, paging) => {
    const partition = indexPartition('loanRequestAsk', 'gsi2', { list: listKey('supplier', memberId) });
    return pageOf(await listed(table, partition, paging, 'supplier'), async (item) => {
      const head = await table.get(headKey(item));
      const ask = readAsk(item);
      return head && { request: { ...readHead(head).head, asks: [ask] }, ask };
    });
  },
  askingFor: async (itemId) => {
    const partition = indexPartition('loanRequestAsk', 'gsi1', { itemId });
    const { items: keys } = await table.query({ index: 'gsi1', partition, limit: MOST_ASKING });
    const rows = await table.getMany(keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    return rows.flatMap((row) => (row ? [{ requestId: String(row.requestId), ask: readAsk(row) }] : []));
  },
  isReturnHeld: async (requestId) => {
    const row = await table.get(key('loanRequest', { requestId }), { strong: true });
    return row !== undefined && readHead(row).head.holdsReturn === true;
  },
  ofPatron: async (patronId, paging) => {
    const partition = indexPartition('loanRequest', 'gsi1', { patronId });
    const query = { index: 'gsi1' as const, partition, begins: 'LOANREQ#', backwards: true };
    return pageOf(await readPage(table, query, paging, (item) => item), async (item) => {
      const head = await table.get(headKey(item));
      return head && withAsks(table, head);
    });
  },
  wait: async (requestId, token, v) => {
    const wait = key('loanRequestWait', { requestId });
    await table.write([{ put: { ...wait, ...stamp('loanRequestWait', 1), token, seen: v } }]);
    // The token is stored first and the request read second: a concurrent change either finds the token or is seen
    // here.
    const row = await table.get(key('loanRequest', { requestId }), { strong: true });
    if (!row) return { still: false };
    const { head } = readHead(row);
    // A partner pays none of our costs: the supplier does, which is known where the whole request is loaded.
    return { still: head.v === v, ...(!isPartner(head.requesterMember) && { requester: head.requesterMember }) };
  },
  waiting: async (requestId, v) => {
    const item = await table.get(key('loanRequestWait', { requestId }), { strong: true });
    const { token, seen } = z.object({ token: z.string().optional(), seen: z.number().default(0) }).parse(item ?? {});
    return v !== undefined && seen >= v ? undefined : token;
  },
});
