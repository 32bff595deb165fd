import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { absent, and, equals, expectedVersion, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Encumbrance } from '../domain/encumbrance.ts';
import { encumberedAmounts, encumberedHeadroom } from '../domain/encumbrance.ts';
import { type Amounts, noAmounts } from '../domain/figures.ts';
import type { Fund } from '../domain/fund.ts';
import type { FundEntry } from '../domain/fund-entry.ts';
import type { FundChange } from '../domain/move-money.ts';
import type { Order } from '../domain/order.ts';
import {
  fundRowSchema,
  isWorking,
  listOf,
  nameOf,
  orderRowSchema,
  type ReportList,
  type ReportRow,
  type RollOver,
  rollOverSchema,
} from '../domain/roll-over.ts';
import { asRead, perScope } from './fund-store.ts';
import { gsi3, indexPartition, key } from './keys.ts';
import { readOrder } from './order-store.ts';

/** How long the rows of a report are stored. */
const RETENTION_MS = 2 * 366 * 24 * 60 * 60 * 1000;

/** How many rows one transaction writes. */
const AT_ONCE = 90;

/** How many transactions of rows are under way at once. */
const SIDE_BY_SIDE = 4;

type Place = { memberId: string; year: string; to: string };
type Report = Pick<RollOver, 'memberId' | 'year' | 'terms' | 'edition' | 'previewed'>;

const placeOf = ({ memberId, year, terms: { to } }: Pick<RollOver, 'memberId' | 'year' | 'terms'>): Place => ({
  ...{ memberId, year, to },
});

const readRollOver = (row: Record<string, unknown>): RollOver => {
  const { pk: _p, sk: _s, gsi3pk: _g, gsi3sk: _h, entity: _e, schema: _c, to: _t, ...rest } = row;
  return rollOverSchema.parse(rest);
};

const readRow = (row: Record<string, unknown>): ReportRow => {
  const { pk: _p, sk: _s, entity: _e, schema: _c, v: _v, expiresAt: _x, ...rest } = row;
  return rest.kind === 'fund' ? fundRowSchema.parse(rest) : orderRowSchema.parse(rest);
};

const rowKey = (report: Report, row: ReportRow) =>
  key('rollOverRow', { ...placeOf(report), edition: String(report.edition), list: listOf(row), name: nameOf(row) });

const partitionOf = (report: Report): string =>
  key('rollOverRow', { ...placeOf(report), edition: String(report.edition), list: 'funds', name: '-' }).pk;

const rowWrite = (report: Report, row: ReportRow): Write => {
  const expiresAt = Math.floor((Date.parse(report.previewed.at) + RETENTION_MS) / 1000);
  return { put: { ...rowKey(report, row), ...stamp('rollOverRow', 1), ...row, expiresAt } };
};

/** Returns the writes that replace a row of a report, which may be in another list now. */
export const rowReplaced = (report: Report, before: ReportRow | undefined, row: ReportRow): Write[] => {
  const put = rowWrite(report, row);
  return before && listOf(before) !== listOf(row) ? [{ delete: rowKey(report, before) }, put] : [put];
};

/** Returns the write of a roll-over while it is as it was read; the job goes on with it from `lookAt` while it is at work. */
export const rollOverWrite = (rollOver: RollOver, lookAt: string): Write => {
  const place = placeOf(rollOver);
  const due = isWorking(rollOver.state) ? gsi3('rollOver', { ...place, lookAt }) : {};
  const put = { ...key('rollOver', place), ...due, ...stamp('rollOver', rollOver.v), ...rollOver, to: place.to };
  return { put, when: expectedVersion(rollOver.v - 1) };
};

/** Returns the write of what a roll-over adds to a fund, while its limits and its funding are as they were read. It is judged by the report. */
export const moneyWrite = ({ fund, amounts, headroom }: FundChange): Write => {
  const changed = [...perScope(amounts, 'amounts'), ...perScope(headroom, 'headroom')].filter(([, sum]) => sum !== 0);
  const update = key('fund', fund);
  return { update, add: Object.fromEntries(changed), when: and(...asRead(fund)) };
};

/** Returns the write of what an undo adds to what is encumbered of a fund: no limit prevents it. */
export const encumbranceBack = ({ fund, ...sums }: Encumbrance): Write => {
  const add: Record<string, number> = {};
  for (const scope of ['own', 'whole'] as const) {
    if (sums[scope] === 0) continue;
    for (const [name, sum] of Object.entries(encumberedAmounts(sums[scope]))) add[`amounts.${scope}.${name}`] = sum;
    for (const [name, sum] of Object.entries(encumberedHeadroom(sums[scope]))) add[`headroom.${scope}.${name}`] = sum;
  }
  return { update: key('fund', fund), add, when: present() };
};

/** Returns the write of an entry of the journal of a year. */
export const entryWrite = (place: { memberId: string; year: string }, entry: FundEntry): Write => ({
  put: { ...key('fundEntry', { ...place, ...entry }), ...stamp('fundEntry', 1), ...entry },
  when: absent(),
});

/** Returns the write of a fund that a roll-over makes. */
export const fundMade = (fund: Fund): Write => ({
  put: { ...key('fund', fund), ...stamp('fund', fund.v), ...fund },
  when: absent(),
});

/** Returns the write that holds a fund during an undo, as in a closed year, while its own amounts are as they are expected. */
export const fundHeld = (fund: Fund, own: Amounts): Write => ({
  ...{ update: key('fund', fund), set: { closed: true } },
  when: and(lacks('closed'), equals('amounts.own', own)),
});

/** Returns the write that lets a fund go on after an undo, or deletes one that the roll-over made. */
export const fundReleased = (fund: Fund, isDeleted: boolean): Write =>
  isDeleted
    ? { delete: key('fund', fund), when: equals('amounts.whole', noAmounts) }
    : { update: key('fund', fund), remove: ['closed'], when: present() };

/** A page of the orders of a member, the oldest first. `behind`: there are more. */
export type OrdersPage = { orders: Order[]; behind?: string };

/** Stores the roll-overs of fiscal years with their reports. */
export type RollOverStore = {
  /** A strong read. */
  get(place: Place): Promise<RollOver | undefined>;
  /** Returns the roll-overs of a year into others, the last previewed at the end. A strong read. */
  ofYear(memberId: string, year: string): Promise<RollOver[]>;
  /** Returns up to 20 roll-overs that the job goes on with at a time. */
  due(at: string): Promise<RollOver[]>;
  /** Writes all or nothing: `false` when a condition failed. */
  write(writes: readonly Write[]): Promise<boolean>;
  /** Writes rows of a report. */
  putRows(report: Report, rows: readonly ReportRow[]): Promise<void>;
  /** Returns the rows of a list of a report. */
  rows(report: Report, list: ReportList, page: PageRequest): Promise<CursorPage<ReportRow> | 'bad-cursor'>;
  /** Returns all rows of funds of a report. A strong read. */
  fundRows(report: Report): Promise<ReportRow[]>;
  /** Returns the rows of orders of a report whose ids are between two others. A strong read. */
  orderRows(report: Report, from: string, upTo: string): Promise<ReportRow[]>;
  /** Returns orders after one, the oldest first. A strong read. */
  ordersAfter(memberId: string, behind: string | undefined, limit: number | undefined): Promise<OrdersPage>;
};

/** Stores roll-overs in the table. */
export const rollOverStore = (table: Table): RollOverStore => ({
  get: async (place) => {
    const found = await table.get(key('rollOver', place), { strong: true });
    return found && readRollOver(found);
  },
  ofYear: async (memberId, year) => {
    const { pk: partition } = key('rollOver', { memberId, year, to: '-' });
    const found = await table.queryAll({ partition, begins: `${year}#`, strong: true });
    return found.map(readRollOver).toSorted((a, b) => (a.previewed.at < b.previewed.at ? -1 : 1));
  },
  due: async (at) => {
    const partition = indexPartition('rollOver', 'gsi3', {});
    const { items } = await table.query({ index: 'gsi3', partition, between: [' ', `${at}~`], limit: 20 });
    const rows = await table.getMany(
      items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
      { strong: true },
    );
    return rows.flatMap((row) => (row ? [readRollOver(row)] : []));
  },
  write: async (writes) => (await table.write([...writes])) === undefined,
  putRows: async (report, rows) => {
    const parts = chunks([...rows], AT_ONCE);
    for (const some of chunks(parts, SIDE_BY_SIDE))
      await Promise.all(some.map((part) => table.write(part.map((row) => rowWrite(report, row)))));
  },
  rows: (report, list, page) => readPage(table, { partition: partitionOf(report), begins: `${list}#` }, page, readRow),
  fundRows: async (report) =>
    (await table.queryAll({ partition: partitionOf(report), begins: 'funds#', strong: true })).map(readRow),
  orderRows: async (report, from, upTo) => {
    const lists = ['problems', 'stays', 'rolls'].map((list) =>
      table.queryAll({
        ...{ partition: partitionOf(report), between: [`${list}#${from}`, `${list}#${upTo}`], strong: true },
      }),
    );
    return (await Promise.all(lists)).flat().map(readRow);
  },
  ordersAfter: async (memberId, behind, limit) => {
    const { pk: partition } = key('order', { memberId, orderId: '-' });
    const page = await table.query({
      ...{ partition, strong: true, ...(limit !== undefined && { limit }) },
      ...(behind !== undefined && { after: { ...key('order', { memberId, orderId: behind }) } }),
    });
    const orders = page.items.map(readOrder);
    const last = page.next?.sk;
    return { orders, ...(last !== undefined && { behind: String(last) }) };
  },
});
