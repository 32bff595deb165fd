import { setTimeout as pause } from 'node:timers/promises';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { EngineUnavailable, openEngine } from '../../../../layers/platform/search/client.ts';
import { familyOf, type IndexVersions, indexVersions, TARGETS_CACHE_MS } from './versions.ts';
import { type IndexWrite, type IndexWriter, writerOn } from './writer.ts';

/** The result of a rebuild. */
export type Rebuilt = { version: string; written: number; older: number; failed: { id: string; reason: string }[] };

const TRIES = 6;

/** Batches sent to the engine concurrently: it processes one while the next is made. */
const AT_ONCE = 2;

/** Sends the documents again that the engine was too busy for, with increasing delay. */
const writeAll = async (writer: IndexWriter, writes: IndexWrite[], version: string, done: Rebuilt): Promise<void> => {
  let left = writes;
  for (let attempt = 0; left.length > 0 && attempt < TRIES; attempt++) {
    if (attempt > 0) await pause(200 * 2 ** attempt);
    const outcomes = await writer.write(left, version);
    const again = new Set(outcomes.filter(({ outcome }) => outcome === 'later').map(({ id }) => id));
    done.written += outcomes.filter(({ outcome }) => outcome === 'written').length;
    done.older += outcomes.filter(({ outcome }) => outcome === 'older').length;
    for (const { id, outcome, reason } of outcomes)
      if (outcome === 'poison') done.failed.push({ id, reason: reason ?? '' });
    left = left.filter(({ id }) => again.has(id));
  }
  if (left.length > 0) throw new Error(`The search engine stayed busy: ${left.length} documents are not written.`);
};

/**
 * The longest wait for a version's segments to merge, in milliseconds: after that, or when the engine is too busy to respond, the version
 * is used as it is.
 */
const JOINED_MS = 120_000;

const untilJoined = async (versions: IndexVersions, version: string): Promise<void> => {
  const known = (asked: Promise<boolean | undefined>): Promise<boolean | undefined> =>
    asked.catch((error: unknown) => {
      if (error instanceof EngineUnavailable) return undefined;
      throw error;
    });
  await known(versions.join(version).then(() => true));
  for (let [step, left] = [20, JOINED_MS]; left > 0; left -= step, step = Math.min(2 * step, 2000)) {
    await pause(step);
    if (await known(versions.isJoined(version))) return;
  }
};

/** The position of a rebuild between two calls: the version that it fills, and where to continue reading the table. */
export type RebuildPosition<P> = { version: string; from: P };

/** Documents to write, and those that could not be made; with the position after them, where a rebuild can continue. */
export type DocumentBatch<P> = { writes: IndexWrite[]; failed?: Rebuilt['failed']; behind?: P };

export type RebuildOptions<P> = {
  /** The wait for all writers, in milliseconds; shorter only in tests without other writers. */
  settleMs?: number;
  /** Continues an unfinished rebuild instead of starting a new one. */
  position?: RebuildPosition<P>;
  /** Returns whether the time of this call is up. */
  isTimeUp?: () => boolean;
};

/**
 * Fills a new version of the index and switches searches to it, while searches and changes continue. Takes a function that returns the
 * documents from a position on, batch by batch; it is called only after every writer knows the new version. When it throws, searches stay
 * on the old version. Returns `next` when time was up before the end, to continue in another call.
 */
export const rebuildIndex = async <P>(
  runtime: Pick<Runtime, 'environment' | 'clock'>,
  documents: (from?: P) => AsyncIterable<DocumentBatch<P>>,
  { settleMs = TARGETS_CACHE_MS + 1000, position, isTimeUp = () => false }: RebuildOptions<P> = {},
): Promise<Rebuilt & { next?: RebuildPosition<P> }> => {
  const engine = openEngine(runtime);
  const versions = indexVersions(engine, familyOf(runtime));
  const writer = writerOn(engine, versions, () => runtime.clock.now());
  const version = position?.version ?? (await versions.begin());
  const done: Rebuilt = { version, written: 0, older: 0, failed: [] };
  if (!position) await pause(settleMs);
  const underWay: Promise<void>[] = [];
  try {
    for await (const { writes, failed = [], behind } of documents(position?.from)) {
      done.failed.push(...failed);
      const writing = writeAll(writer, writes, version, done);
      // The rejection is handled at the await, possibly after the next batch is made.
      writing.catch(() => {});
      underWay.push(writing);
      const stops = behind !== undefined && isTimeUp();
      // Everything before a position is written before the position is returned.
      while (underWay.length >= (stops ? 1 : AT_ONCE)) await underWay.shift();
      if (stops) return { ...done, next: { version, from: behind } };
    }
    while (underWay.length > 0) await underWay.shift();
  } finally {
    await Promise.allSettled(underWay);
  }
  await untilJoined(versions, version);
  const before = await versions.swap(version);
  await pause(settleMs);
  await versions.remove(before);
  return done;
};
