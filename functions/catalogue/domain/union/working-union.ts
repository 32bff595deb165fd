import { changedDoubles } from '../duplicates/duplicate-holdings.ts';
import { isRuled } from './record-decisions.ts';
import {
  BLOCK_PAGE,
  type BlockEntry,
  type MatchBlock,
  type SourceState,
  StateLacks,
  type UnionChanges,
  type UnionRecord,
  type UnionState,
} from './union-state.ts';

/** A union under construction: reads use the changes here, then the state as read. The state itself does not change. */
export type WorkingUnion = {
  rules: UnionState['rules'];
  block(key: string): MatchBlock;
  /** Requests these blocks and source records where not read yet, all at once. */
  need(what: { blocks?: readonly string[]; sources?: readonly string[] }): void;
  /** Returns the current record of an id, through merges. */
  record(recordId: string): UnionRecord;
  /** Returns a record as stored, merged or not. */
  raw(recordId: string): UnionRecord;
  /** Returns the record of a source record; `hint` is where it was once put. */
  recordOf(sourceId: string, hint: string): UnionRecord;
  source(sourceId: string): SourceState | undefined;
  putEntry(key: string, entry: BlockEntry): void;
  dropEntry(key: string, sourceId: string): void;
  setRecord(record: UnionRecord): void;
  setSource(source: SourceState): void;
  /** Notes an unchanged record on which the decision depends. */
  restOn(record: UnionRecord): void;
  changes(): Pick<UnionChanges, 'blocks' | 'dirtyPages' | 'records' | 'rests' | 'duplicateHoldings'>;
};

/** Returns a union record with those of its sources on which staff ruled. All sources of a record marked `ruled` were read. */
const withRuled = (record: UnionRecord, source: (id: string) => SourceState | undefined) => ({
  ...record,
  ruled: record.ruled === undefined ? [] : record.sources.filter((id) => isRuled(source(id) ?? {})),
});

const emptyPage = { v: 0, entries: [] };

/** Returns a working copy of a state. Throws `StateLacks` when it needs what was not read. */
export const workingUnion = (state: UnionState): WorkingUnion => {
  const blocks = new Map<string, MatchBlock>();
  const dirtyPages = new Map<string, Set<number>>();
  const records = new Map<string, UnionRecord>();
  const sources = new Map<string, SourceState>();
  const rests = new Map<string, UnionRecord>();

  const block = (key: string): MatchBlock => {
    const found = blocks.get(key) ?? state.blocks.get(key);
    if (!found) throw new StateLacks({ blocks: [key] });
    return found;
  };
  const raw = (recordId: string): UnionRecord => {
    const found = records.get(recordId) ?? state.records.get(recordId);
    if (!found) throw new StateLacks({ records: [recordId] });
    return found;
  };
  const record = (recordId: string): UnionRecord => {
    let found = raw(recordId);
    while (found.mergedInto !== undefined) found = raw(found.mergedInto);
    return found;
  };
  const source = (sourceId: string): SourceState | undefined => sources.get(sourceId) ?? state.sources.get(sourceId);
  const rewrite = (key: string, page: number, entries: readonly BlockEntry[]): void => {
    const old = block(key);
    const pages = [...old.pages];
    pages[page] = { v: pages[page]?.v ?? 0, entries };
    blocks.set(key, { key, pages });
    // Includes page 0, which guards the block.
    dirtyPages.set(key, new Set([...(dirtyPages.get(key) ?? []), 0, page]));
  };
  return {
    rules: state.rules,
    block,
    need: ({ blocks: keys = [], sources: ids = [] }) => {
      const lacking = {
        blocks: keys.filter((key) => !blocks.has(key) && !state.blocks.has(key)),
        sources: ids.filter((id) => source(id) === undefined),
      };
      if (lacking.blocks.length + lacking.sources.length > 0) throw new StateLacks(lacking);
    },
    record,
    raw,
    source,
    recordOf: (sourceId, hint) => {
      const hinted = record(hint);
      if (hinted.sources.includes(sourceId)) return hinted;
      const known = source(sourceId);
      if (!known) throw new StateLacks({ sources: [sourceId] });
      return record(known.recordId);
    },
    putEntry: (key, entry) => {
      const { pages } = block(key);
      const at = pages.findIndex(({ entries }) => entries.some(({ sourceId }) => sourceId === entry.sourceId));
      if (at >= 0) {
        const remaining = (pages[at]?.entries ?? []).filter(({ sourceId }) => sourceId !== entry.sourceId);
        rewrite(key, at, [...remaining, entry]);
        return;
      }
      const roomy = pages.findIndex(({ entries }) => entries.length < BLOCK_PAGE);
      const page = roomy >= 0 ? roomy : pages.length;
      rewrite(key, page, [...(pages[page] ?? emptyPage).entries, entry]);
    },
    dropEntry: (key, gone) => {
      for (const [page, { entries }] of block(key).pages.entries()) {
        const remaining = entries.filter(({ sourceId }) => sourceId !== gone);
        if (remaining.length < entries.length) rewrite(key, page, remaining);
      }
    },
    setRecord: (changed) => void records.set(changed.recordId, changed),
    setSource: (changed) => void sources.set(changed.sourceId, changed),
    restOn: (page) => void rests.set(page.recordId, page),
    changes: () => ({
      blocks: [...blocks.values()],
      dirtyPages,
      records: [...records.values()],
      rests: [...rests.values()].filter(({ recordId }) => !records.has(recordId)),
      duplicateHoldings: changedDoubles(
        [...records.values()].map((after) => {
          const before = state.records.get(after.recordId);
          return {
            before: before && withRuled(before, (id) => state.sources.get(id)),
            after: withRuled(after, source),
          };
        }),
      ),
    }),
  };
};
