import type { DuplicateHoldingChange } from '../duplicates/duplicate-holdings.ts';
import type { PossibleDuplicate } from '../duplicates/possible-duplicates.ts';
import type { MatchFeatures } from '../matching/features.ts';
import type { MatchRules } from '../matching/match-rules.ts';
import type { Ruling } from './record-decisions.ts';

/** A source record within a match block: its features, and the union record into which it was put (which may have been merged since). */
export type BlockEntry = { sourceId: string; recordId: string; features: MatchFeatures };

/** A page of a block as stored; `v` 0 when it is not stored yet. */
export type BlockPage = { v: number; entries: readonly BlockEntry[] };

/** All source records that share a match key. Page 0 is written with every change, so that its `v` guards the whole block. */
export type MatchBlock = { key: string; pages: readonly BlockPage[] };

/** Entries per page: the cost of a write depends on its size. */
export const BLOCK_PAGE = 60;

/** A union record: its source records, and the ids of records that were merged into it. A merged record contains the id of its target. */
export type UnionRecord = {
  recordId: string;
  v: number;
  sources: readonly string[];
  absorbed: readonly string[];
  mergedInto?: string;
  /** Staff ruled on one of its source records: all of it is examined when it changes. */
  ruled?: true;
};

/**
 * The state of a source record in the union: its record, its match keys, and the rulings of staff on it. `recordId` is its own record: it
 * resolves to the current one, and is restored when that is split.
 */
export type SourceState = {
  sourceId: string;
  v: number;
  recordId: string;
  matchKeys: readonly string[];
  rulings?: readonly Ruling[] | undefined;
};

/** A part of the union as read, with the rules by which it is decided; what is missing was not read. */
export type UnionState = {
  rules: MatchRules;
  blocks: ReadonlyMap<string, MatchBlock>;
  records: ReadonlyMap<string, UnionRecord>;
  sources: ReadonlyMap<string, SourceState>;
};

/** A source record to be added to the union. */
export type Incoming = { sourceId: string; features: MatchFeatures; matchKeys: readonly string[] };

/** The changes of a join. Counters are as read: the write is conditioned on them and raises them by one. */
export type UnionChanges = {
  blocks: MatchBlock[];
  /** The pages of each changed block to write. */
  dirtyPages: Map<string, ReadonlySet<number>>;
  records: UnionRecord[];
  /** Unchanged union records on which the decision depends: the write is conditioned on their counters. */
  rests: UnionRecord[];
  /** Source records, other than the incoming ones, whose own union record or rulings changed. */
  moved: SourceState[];
  /** Source records in another union record, to which no merge leads: their copies must be updated. */
  relocated: { sourceId: string; recordId: string }[];
  /** Pairs for staff to decide; some may have become one record through others. */
  possibleDuplicates: PossibleDuplicate[];
  /** Where duplicate holdings of one member began or ended. */
  duplicateHoldings: DuplicateHoldingChange[];
  /** For each incoming record, in order: its current record, its own record, and whether others are there. */
  placed: { recordId: string; home: string; matched: boolean }[];
};

/**
 * Thrown by the planner when the state lacks what a decision needs: the store loads it and plans again. `torn` are source records and
 * blocks that are inconsistent because of a write between the two reads: they are read again.
 */
export class StateLacks extends Error {
  override name = 'StateLacks';
  readonly blocks: string[];
  readonly records: string[];
  readonly sources: string[];
  readonly torn: { blocks: string[]; sources: string[] };
  constructor(what: { blocks?: string[]; records?: string[]; sources?: string[]; torn?: StateLacks['torn'] }) {
    super('The state lacks what the decision needs.');
    this.blocks = what.blocks ?? [];
    this.records = what.records ?? [];
    this.sources = what.sources ?? [];
    this.torn = what.torn ?? { blocks: [], sources: [] };
  }
}

const lists = (block: MatchBlock): BlockEntry[] => block.pages.flatMap(({ entries }) => entries);

/** Returns all entries of a block. */
export const entriesOf = (block: MatchBlock | undefined): BlockEntry[] => (block ? lists(block) : []);
