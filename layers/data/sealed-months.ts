import { chunks } from '../domain/chunks.ts';
import type { Period } from '../domain/periods/period.ts';
import { draftHash, sealOf } from '../domain/statements/pack.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { figuresOf, type SealedMonth, type StatementFigures, type TrueUpOf } from '../domain/statements/true-up.ts';
import { inTurns } from './in-turns.ts';
import type { PeriodStore } from './period-store.ts';
import { sha256 } from './sha-256.ts';
import type { StatementHead, StatementStore } from './statement-store.ts';

type Stores = { periods: PeriodStore; statements: StatementStore };

/** Statements read in one call, and such calls side by side: each may be some hundred kilobytes, and a month of 500 members is not held at once. */
const [IN_ONE, AT_ONCE] = [25, 2];

const figuresIn = (text: string, head: StatementHead, of: TrueUpOf): StatementFigures | undefined => {
  if (sha256(text) !== head.hash) return undefined;
  // What has the hash that was sealed is what was written: it is not judged by its schema a second time.
  return figuresOf(JSON.parse(text) as Statement, of, head.invoice);
};

const figuresOfSome = async ({ statements }: Stores, heads: readonly StatementHead[], of: TrueUpOf) => {
  const texts = await statements.texts(heads);
  return heads.map((head, at) => figuresIn(texts[at] ?? '', head, of));
};

const packHolds = (period: Period, heads: readonly StatementHead[]): boolean => {
  const { month, draft, seal } = period;
  if (!seal || draftHash(month, heads, sha256) !== draft?.hash) return false;
  return sealOf(period, heads, seal.previous, sha256).hash === seal.hash;
};

/**
 * What a true-up takes from a closed month, read from its pack and held against its seal; undefined when the month is not
 * closed, `broken` when a byte of the pack is not as it was sealed: nothing is reckoned by it then.
 */
export const sealedMonth = async (
  stores: Stores,
  month: string,
  of: TrueUpOf,
): Promise<SealedMonth | 'broken' | undefined> => {
  const { period } = await stores.periods.load(month);
  if (period.state !== 'closed') return undefined;
  const heads = await stores.statements.heads(period);
  const { seal } = period;
  if (!seal || !packHolds(period, heads)) return 'broken';
  const all: StatementFigures[] = [];
  const read = await inTurns(chunks(heads, IN_ONE), AT_ONCE, (some) => figuresOfSome(stores, some, of));
  for (const figures of read.flat()) {
    if (!figures) return 'broken';
    all.push(figures);
  }
  return { month, hash: seal.hash, statements: all };
};
