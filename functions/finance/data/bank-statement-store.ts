import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import {
  bankEntrySchema,
  bankStatementSchema,
  type Decided,
  type StoredEntry,
  type StoredStatement,
} from '../domain/bank/bank-entry.ts';
import { key } from './keys.ts';

/** Stores account statements of the consortium's bank, entry by entry. */
export type BankStatementStore = {
  /** Returns a statement that was stored completely. Always a strong read. */
  get(statementId: string): Promise<StoredStatement | undefined>;
  /** Returns the latest statements, the newest day first. */
  latest(limit: number): Promise<StoredStatement[]>;
  /** Returns the entries of a statement, in its order. Always a strong read. */
  entries(statementId: string): Promise<StoredEntry[]>;
  /** Stores a statement with its entries and the writes of `beside`: repeatable, complete with its last write. Returns false when it is stored already. */
  add(statement: StoredStatement, entries: readonly StoredEntry[], beside: readonly Write[]): Promise<boolean>;
};

/** The most writes of a transaction, with room for what is written beside them. */
const AT_ONCE = 90;
const places = (number: number): string => String(number).padStart(5, '0');
const entryKey = (statementId: string, number: number) => key('bankEntry', { statementId, number: places(number) });

/** Returns the write of a decision on an entry, or of its undo, if nobody decided since it was read. */
export const bankDecisionWrite = (
  statementId: string,
  { decided: _, ...entry }: StoredEntry,
  decided: Decided | undefined,
): Write => ({
  put: {
    ...entryKey(statementId, entry.number),
    ...stamp('bankEntry', entry.v + 1),
    entry: { ...entry, v: entry.v + 1, ...(decided && { decided }) },
  },
  when: unchanged(entry.v),
});

/** Stores account statements in the table. */
export const bankStatementStore = (table: Table): BankStatementStore => {
  const head = (statementId: string) => key('bankStatement', { statementId });
  return {
    get: async (statementId) => {
      const item = await table.get(head(statementId), { strong: true });
      return item && bankStatementSchema.parse(item.statement);
    },
    latest: async (limit) => {
      const { items } = await table.query({ partition: head('any').pk, backwards: true, limit });
      return items.map(({ statement }) => bankStatementSchema.parse(statement));
    },
    entries: async (statementId) => {
      const items = await table.queryAll({ partition: entryKey(statementId, 1).pk, strong: true });
      return items.map(({ entry }) => bankEntrySchema.parse(entry));
    },
    add: async (statement, entries, beside) => {
      const { statementId } = statement;
      // A chunk is written once: after an interruption the existing ones refuse it, and the others follow.
      for (const some of chunks(entries, AT_ONCE))
        await table.write(
          some.map((entry) => ({
            put: { ...entryKey(statementId, entry.number), ...stamp('bankEntry', 1), entry },
            when: absent(),
          })),
        );
      const lost = await table.write([
        { put: { ...head(statementId), ...stamp('bankStatement', 1), statement }, when: absent() },
        ...beside,
      ]);
      return lost === undefined;
    },
  };
};
