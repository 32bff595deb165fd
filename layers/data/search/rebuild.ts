import { setTimeout as pause } from 'node:timers/promises';
import type { Runtime } from '../../runtime/runtime.ts';
import { openEngine } from './client.ts';
import { familyOf, indexVersions, TARGETS_KEPT_MS } from './versions.ts';
import { type IndexWrite, type IndexWriter, writerOn } from './writer.ts';

/** How a rebuild went. */
export type Rebuilt = { version: string; written: number; older: number; failed: { id: string; reason: string }[] };

const TRIES = 6;

/** Sends what the engine was too busy for again, a little later each time. */
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
 * Fills a new version of the index and lets searches read it, while searches and changes go on. Takes what gives the
 * documents, batch by batch; it is asked only once every writer knows the new version. When it throws, the old version
 * stays the one that is searched. `settleMs` is that wait, shorter only in tests without other writers.
 */
export const rebuildIndex = async (
  runtime: Pick<Runtime, 'environment' | 'clock'>,
  documents: () => AsyncIterable<IndexWrite[]>,
  { settleMs = TARGETS_KEPT_MS + 1000 }: { settleMs?: number } = {},
): Promise<Rebuilt> => {
  const engine = openEngine(runtime);
  const versions = indexVersions(engine, familyOf(runtime));
  const writer = writerOn(engine, versions, () => runtime.clock.now());
  const version = await versions.begin();
  const done: Rebuilt = { version, written: 0, older: 0, failed: [] };
  await pause(settleMs);
  for await (const writes of documents()) await writeAll(writer, writes, version, done);
  const before = await versions.swap(version);
  await pause(settleMs);
  await versions.remove(before);
  return done;
};
