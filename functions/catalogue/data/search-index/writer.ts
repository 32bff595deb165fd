import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import {
  bulkAnswerSchema,
  graver,
  isPassing,
  lacksField,
  outcomeOf,
  type Written,
} from '../../../../layers/platform/search/bulk-answer.ts';
import { type Engine, EngineUnavailable, openEngine } from '../../../../layers/platform/search/client.ts';
import type { IndexDocument } from '../../domain/index/index-document.ts';
import { toSearchDocument } from '../../domain/index/search-document.ts';
import { entranceOf, familyOf, type IndexVersions, indexVersions, TARGETS_CACHE_MS } from './versions.ts';

/**
 * A document to write, or the tombstone of a deleted one (ISO time). `version` is the number that its rebuild took before it read the
 * table: an older one never replaces a newer one, in any order of arrival.
 */
export type IndexWrite = { id: string; version: number } & ({ document: IndexDocument } | { deletedAt: string });

/** Writes to the union index. */
export type IndexWriter = {
  /**
   * Returns the outcome of each, in order. Never throws for a document or a busy engine. `only` writes to one version: that of a rebuild.
   */
  write(writes: readonly IndexWrite[], only?: string): Promise<(Written & { id: string })[]>;
};

// The smallest nodes accept bodies up to 10 MB.
const MOST_BYTES = 4_000_000;
const MOST_DOCUMENTS = 500;

type Line = { id: string; text: string; body: (version: string) => string };

const bodyOf = (write: IndexWrite): unknown =>
  'document' in write
    ? toSearchDocument(write.document)
    : { record_id: write.id, deleted: true, deleted_at: write.deletedAt, visible_to: [] };

const lineOf = (write: IndexWrite): Line => {
  const text = JSON.stringify(bodyOf(write));
  const head = { _id: write.id, version: write.version, version_type: 'external' };
  return {
    id: write.id,
    text,
    body: (index) => `${JSON.stringify({ index: { _index: entranceOf(index), ...head } })}\n${text}\n`,
  };
};

const portions = (lines: readonly Line[]): Line[][] => {
  const all: Line[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(line.text) + 200;
    const last = all.at(-1);
    if (last && last.length < MOST_DOCUMENTS && bytes + size <= MOST_BYTES) last.push(line);
    else {
      all.push([line]);
      bytes = 0;
    }
    bytes += size;
  }
  return all;
};

const same = (lines: readonly Line[], written: Written): Written[] => lines.map(() => written);

/** Sends lines to one version. A body that is rejected as a whole is halved until the faulty document is isolated. */
const send = async (engine: Engine, version: string, lines: readonly Line[]): Promise<Written[]> => {
  try {
    const path = '/_bulk?require_alias=true&filter_path=items.*.status,items.*.error.type,items.*.error.reason';
    const { status, body } = await engine({
      method: 'POST',
      path,
      lines: lines.map((line) => line.body(version)).join(''),
    });
    if (status === 200) return bulkAnswerSchema.parse(body).items.map(({ index }) => outcomeOf(index));
    const reason = `The search engine answered ${status}.`;
    if (isPassing(status)) return same(lines, { outcome: 'later', reason });
    if (lines.length <= 1) return same(lines, { outcome: 'poison', reason });
    const half = Math.ceil(lines.length / 2);
    return [
      ...(await send(engine, version, lines.slice(0, half))),
      ...(await send(engine, version, lines.slice(half))),
    ];
  } catch (error) {
    if (error instanceof EngineUnavailable) return same(lines, { outcome: 'later', reason: error.message });
    throw error;
  }
};

/** Returns a writer for any engine; `versions` gives the targets. */
export const writerOn = (engine: Engine, versions: IndexVersions, now: () => number): IndexWriter => {
  let known: { versions: string[]; until: number } | undefined;
  const targets = async (): Promise<string[]> => {
    if (!known || known.until <= now()) {
      known = { versions: await versions.targets(), until: now() + TARGETS_CACHE_MS };
    }
    return known.versions;
  };
  const sendAll = async (version: string, lines: readonly Line[]): Promise<Written[]> =>
    (await Promise.all(portions(lines).map((some) => send(engine, version, some)))).flat();
  /** Sends lines and adds fields that a release introduced to older versions, when the first document with them arrives. */
  const sendTo = async (version: string, lines: readonly Line[]): Promise<Written[]> => {
    const sent = await sendAll(version, lines);
    const refused = lines.filter((_, i) => sent[i] !== undefined && lacksField(sent[i]));
    if (refused.length === 0 || !(await versions.widen(version))) return sent;
    const again = new Map((await sendAll(version, refused)).map((written, i) => [refused[i], written]));
    return lines.map((line, i) => again.get(line) ?? sent[i] ?? { outcome: 'later' });
  };
  const toEach = async (lines: readonly Line[], only: string | undefined): Promise<Written[]> => {
    try {
      let outcomes: Written[] | undefined;
      for (const version of only === undefined ? await targets() : [only]) {
        const here = await sendTo(version, lines);
        const before = outcomes;
        outcomes = before ? here.map((written, i) => graver(before[i] ?? written, written)) : here;
      }
      // Writes that were not accepted may have gone to a removed version.
      if (outcomes?.some(({ outcome }) => outcome === 'later')) known = undefined;
      return outcomes ?? same(lines, { outcome: 'later', reason: 'There is no index yet.' });
    } catch (error) {
      if (error instanceof EngineUnavailable) return same(lines, { outcome: 'later', reason: error.message });
      throw error;
    }
  };
  return {
    write: async (writes, only) => {
      const done = new Map<number, Written>();
      const lines: Line[] = [];
      const places: number[] = [];
      writes.forEach((write, i) => {
        try {
          lines.push(lineOf(write));
          places.push(i);
        } catch (error) {
          done.set(i, { outcome: 'poison', reason: error instanceof Error ? error.message : 'It cannot be folded.' });
        }
      });
      const sent = await toEach(lines, only);
      places.forEach((place, i) => {
        done.set(place, sent[i] ?? { outcome: 'later', reason: 'The engine did not say.' });
      });
      return writes.map(({ id }, i) => ({ id, ...(done.get(i) ?? { outcome: 'later' as const }) }));
    },
  };
};

/** Returns the writer of the deployment's union index. */
export const indexWriter = (runtime: Pick<Runtime, 'environment' | 'clock'>): IndexWriter => {
  const engine = openEngine(runtime);
  return writerOn(engine, indexVersions(engine, familyOf(runtime)), () => runtime.clock.now());
};
