import type { DuplicateHoldingChange } from '../duplicates/duplicate-holdings.ts';
import type { PossibleDuplicate } from '../duplicates/possible-duplicates.ts';
import type { MatchFeatures } from '../matching/features.ts';
import type { Ruling } from './record-decisions.ts';

/** A source record within a match block: its features, and the union record it was put into (which may have moved on since). */
export type BlockEntry = { sourceId: string; recordId: string; features: MatchFeatures };

/** A page of a block as stored; `v` 0 when it is not stored yet. */
export type BlockPage = { v: number; entries: readonly BlockEntry[] };

/** All source records that share a match key. Page 0 is written with every change, so that its `v` guards the whole block. */
export type MatchBlock = { key: string; pages: readonly BlockPage[] };

/** How many entries a page holds: a write costs by the size of what it writes. */
export const BLOCK_PAGE = 60;

/** A union record: its source records, and the ids of records that were merged into it. Merged itself, it says where it went. */
export type UnionRecord = {
  recordId: string;
  v: number;
  sources: readonly string[];
  absorbed: readonly string[];
  mergedInto?: string;
  /** Staff ruled on one of its source records: the whole of it is looked at when it changes. */
  ruled?: true;
};

/**
 * What the union knows of a source record: where it was put, under which match keys, and what staff ruled on it. `recordId` is
 * the record of its own: it leads to the one that it is in now, and is the one that it gets back when that is parted.
 */
export type SourceState = {
  sourceId: string;
  v: number;
  recordId: string;
  matchKeys: readonly string[];
  rulings?: readonly Ruling[] | undefined;
};

/** A part of the union as read: what is not in it was not looked for. */
export type UnionState = {
  blocks: ReadonlyMap<string, MatchBlock>;
  records: ReadonlyMap<string, UnionRecord>;
  sources: ReadonlyMap<string, SourceState>;
};

/** A source record to be put into the union. */
export type Incoming = { sourceId: string; features: MatchFeatures; matchKeys: readonly string[] };

/** What a join changes. Counters are those that were read: the write asks for them and raises them by one. */
export type UnionChanges = {
  blocks: MatchBlock[];
  /** Which pages of each changed block are to be written. */
  dirtyPages: Map<string, ReadonlySet<number>>;
  records: UnionRecord[];
  /** Union records on which the decision rests although they stay as they are: the write asks for their counters. */
  rests: UnionRecord[];
  /** Source records, other than those that were put in, whose own union record or rulings are others now. */
  moved: SourceState[];
  /** Source records that are in another union record now, to which no merge leads: their copies follow. */
  relocated: { sourceId: string; recordId: string }[];
  /** Pairs of which a person should say whether they are one; some may be one by now through others. */
  possibleDuplicates: PossibleDuplicate[];
  /** Where two records of one member began or ceased to stand in one union record. */
  duplicateHoldings: DuplicateHoldingChange[];
  /** Where each incoming record is now, in order, which record is its own, and whether others are there. */
  placed: { recordId: string; home: string; matched: boolean }[];
};

/**
 * Thrown by the planner when the state lacks what a decision needs: the store loads it and plans again. `torn` are source records
 * and blocks that do not fit each other, as others wrote between the two reads: they are read anew.
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

/** All entries of a block. */
export const entriesOf = (block: MatchBlock | undefined): BlockEntry[] => (block ? lists(block) : []);
