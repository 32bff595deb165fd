import * as z from 'zod';
import {
  absent,
  and,
  atLeast,
  type Condition,
  differs,
  equals,
  expectedVersion,
  lacks,
  present,
  unchanged,
} from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readMatching } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { type FiscalYear, fiscalYearSchema } from '../domain/fiscal-year.ts';
import { type Fund, fundSchema, type Levels } from '../domain/fund.ts';
import { type FundEntry, fundEntrySchema } from '../domain/fund-entry.ts';
import { changesOf, type FundChange, type Move, needsOf, scopes } from '../domain/move-money.ts';
import { key } from './keys.ts';

/** The fiscal years of a member, with the version of the item. */
export type FiscalYears = { years: FiscalYear[]; v: number };
type Place = { memberId: string; year: string };

/** Stores fiscal years, funds with what was posted to them, and the journal of the funds. */
export type FundStore = {
  /** A strong read. */
  years(memberId: string): Promise<FiscalYears>;
  /** Writes the years while they are as they were read. */
  setYears(
    memberId: string,
    after: FiscalYears,
    audit: AuditLine,
    beside: readonly Write[],
  ): Promise<'set' | 'changed' | 'unknown-member'>;
  /** Marks the funds of a closed year, so that nothing is posted to them any more, and writes what is `after` it. */
  close(place: Place, after: () => Write[]): Promise<void>;
  /** A strong read. */
  list(place: Place): Promise<Fund[]>;
  /** A strong read of a fund and those above it. */
  levels(place: Place, code: string): Promise<Levels | undefined>;
  /** Writes a new fund, or other terms of one, while it and the years are as they were read. */
  set(fund: Fund, years: FiscalYears, audit: AuditLine, beside: readonly Write[]): Promise<boolean>;
  /** Moves money with its entry in the journal: false when a fund is not as it was read, or lacks the money by now. */
  move(move: Move, entry: FundEntry, beside: readonly Write[]): Promise<boolean>;
  /** Returns the journal, the newest first: that of one fund where its code is given. */
  entries(place: Place, fund: string | undefined, page: PageRequest): Promise<CursorPage<FundEntry> | 'bad-cursor'>;
};

const plain = ({ pk: _p, sk: _s, entity: _e, schema: _c, ...rest }: Record<string, unknown>) => rest;
/** Decodes a stored fund. */
export const readFund = (row: Record<string, unknown>): Fund => fundSchema.parse(plain(row));
const readYears = z.object({ years: z.array(fiscalYearSchema), v: z.number() });
const readEntry = ({ v: _v, ...row }: Record<string, unknown>): FundEntry => fundEntrySchema.parse(plain(row));

/** Returns values by the attribute paths of both scopes. */
export const perScope = <T>(of: Record<'own' | 'whole', Record<string, T>>, map: string): [string, T][] =>
  scopes.flatMap((scope) =>
    Object.entries(of[scope]).map(([name, one]): [string, T] => [`${map}.${scope}.${name}`, one]),
  );

/** Returns what a change of funding requires: limits turn funding into what they allow, so that both are as they were read. What is used may change. */
export const asRead = ({ limits, headroom }: Fund): Condition[] => [
  equals('limits', limits),
  ...scopes.map((scope) => equals(`headroom.${scope}.funding`, headroom[scope].funding)),
];

const moveWrite = (change: FundChange): Write => {
  const { fund, amounts, headroom } = change;
  const changed = [...perScope(amounts, 'amounts'), ...perScope(headroom, 'headroom')].filter(([, sum]) => sum !== 0);
  const needs = needsOf(change).map(({ scope, name, least }) => atLeast(`headroom.${scope}.${name}`, least));
  return {
    update: key('fund', fund),
    add: Object.fromEntries(changed),
    when: and(lacks('closed'), ...asRead(fund), ...needs),
  };
};

/** Money goes into a fund only while neither it nor a fund above it is inactive. */
const receiving = (write: Write, { code }: Fund, move: Move): Write =>
  'update' in write && move.to?.some((level) => level.code === code) && write.when
    ? { ...write, when: and(write.when, differs('state', 'inactive')) }
    : write;

/** Stores funds in the table. */
export const fundStore = (table: Table): FundStore => {
  const list = async ({ memberId, year }: Place): Promise<Fund[]> => {
    const { pk: partition } = key('fund', { memberId, year, code: '-' });
    return (await table.queryAll({ partition, strong: true })).map(readFund);
  };
  return {
    years: async (memberId) => {
      const found = await table.get(key('fiscalYears', { memberId }), { strong: true });
      return found ? readYears.parse(found) : { years: [], v: 0 };
    },
    setYears: async (memberId, { years, v }, audit, beside) => {
      const put = { ...key('fiscalYears', { memberId }), ...stamp('fiscalYears', v), memberId, years };
      const member = { check: membershipKeys.key('member', { memberId }), when: present() };
      const lost = await table.write([{ put, when: expectedVersion(v - 1) }, auditWrite(audit), member, ...beside]);
      if (!lost) return 'set';
      return lost.conflict.some(({ index }) => index === 0) ? 'changed' : 'unknown-member';
    },
    close: async (place, after) => {
      for (const fund of await list(place))
        if (!fund.closed) await table.write([{ update: key('fund', fund), set: { closed: true }, when: present() }]);
      await table.write(after());
    },
    list,
    levels: async ({ memberId, year }, code) => {
      const found = await table.get(key('fund', { memberId, year, code }), { strong: true });
      if (!found) return undefined;
      const fund = readFund(found);
      const above = await table.getMany(
        fund.above.map((other) => key('fund', { memberId, year, code: other })),
        { strong: true },
      );
      return [fund, ...above.flatMap((row) => (row ? [readFund(row)] : []))];
    },
    set: async (fund, { v }, audit, beside) => {
      const put = { ...key('fund', fund), ...stamp('fund', fund.v), ...fund };
      const write = { put, when: fund.v === 1 ? absent() : unchanged(fund.v - 1) };
      const years = { check: key('fiscalYears', fund), when: unchanged(v) };
      return (await table.write([write, years, auditWrite(audit), ...beside])) === undefined;
    },
    move: async (move, entry, beside) => {
      const [fund] = move.from ?? move.to ?? [];
      if (!fund) return false;
      const writes = changesOf(move).map((change) => receiving(moveWrite(change), change.fund, move));
      const put = { ...key('fundEntry', { ...fund, ...entry }), ...stamp('fundEntry', 1), ...entry };
      return (await table.write([...writes, { put, when: absent() }, ...beside])) === undefined;
    },
    entries: (place, fund, page) => {
      const { pk: partition } = key('fundEntry', { ...place, entryId: '-' });
      const wanted = (row: Record<string, unknown>): boolean =>
        fund === undefined || readEntry(row).lines.some((line) => line.fund === fund);
      return readMatching(table, { partition, backwards: true }, page, { wanted, read: readEntry });
    },
  };
};
