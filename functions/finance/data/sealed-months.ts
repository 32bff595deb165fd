import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { Period } from '../domain/periods/period.ts';
import { draftHash, sealOf } from '../domain/statements/pack.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { figuresOf, type SealedMonth, type TrueUpOf } from '../domain/statements/true-up.ts';
import type { PeriodStore } from './period-store.ts';
import type { StatementHead, StatementStore } from './statement-store.ts';

type Stores = { periods: PeriodStore; statements: StatementStore };

/**
 * The number of statements per call, and of concurrent calls: each statement may be some hundred kilobytes, and a month of 500 members
 * is not held in memory at once.
 */
const [IN_ONE, AT_ONCE] = [25, 2];

/** Extracts a value from a closed statement. */
type Take<T> = (statement: Statement, head: StatementHead) => T;

const takenFrom = <T>(text: string, head: StatementHead, take: Take<T>): T | undefined => {
  if (sha256(text) !== head.hash) return undefined;
  // A text with the sealed hash is exactly what was written: it is not validated by its schema again.
  return take(JSON.parse(text) as Statement, head);
};

const takenOfSome = async <T>({ statements }: Stores, heads: readonly StatementHead[], take: Take<T>) => {
  const texts = await statements.texts(heads);
  return heads.map((head, at) => takenFrom(texts[at] ?? '', head, take));
};

const packHolds = (period: Period, heads: readonly StatementHead[]): boolean => {
  const { month, draft, seal } = period;
  if (!seal || draftHash(month, heads, sha256) !== draft?.hash) return false;
  return sealOf(period, heads, seal.previous, sha256).hash === seal.hash;
};

/**
 * Returns the extracted value (`take`) of each statement of a closed month, read from its pack and verified against its seal; undefined
 * when the month is not closed, `broken` when a byte of the pack differs from the seal: no calculation may use it then.
 */
export const takenFromPack = async <T>(
  stores: Stores,
  month: string,
  take: Take<T>,
): Promise<{ period: Period; hash: string; taken: T[] } | 'broken' | undefined> => {
  const { period } = await stores.periods.load(month);
  if (period.state !== 'closed') return undefined;
  const heads = await stores.statements.heads(period);
  const { seal } = period;
  if (!seal || !packHolds(period, heads)) return 'broken';
  const all: T[] = [];
  const read = await mapInBatches(chunks(heads, IN_ONE), AT_ONCE, (some) => takenOfSome(stores, some, take));
  for (const one of read.flat()) {
    if (one === undefined) return 'broken';
    all.push(one);
  }
  return { period, hash: seal.hash, taken: all };
};

/** Returns the input of a true-up from a closed month. */
export const sealedMonth = async (
  stores: Stores,
  month: string,
  of: TrueUpOf,
): Promise<SealedMonth | 'broken' | undefined> => {
  const found = await takenFromPack(stores, month, (statement, { invoice }) => figuresOf(statement, of, invoice));
  return found === undefined || found === 'broken' ? found : { month, hash: found.hash, statements: found.taken };
};
