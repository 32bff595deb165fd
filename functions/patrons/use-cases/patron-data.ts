import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { OpenMatters, RowErasure } from '../domain/access/erasure.ts';
import type { CounterDeltas, PatronStatus } from '../domain/record/patron-status.ts';

/** A row of the table. */
export type Row = Record<string, unknown>;

/** The move of rows in a merge: the id of the merged patron, and the survivor. */
export type PatronMove = { table: Table; from: string; to: PatronStatus };

export type MoveRow = (move: PatronMove, row: Row) => Promise<void>;

/** When and by whom a merge was made. */
export type MergeTerms = { at: string; by: string };

/** An erased patron by id, with the ids of those merged into it earlier. */
export type ErasedPatron = { patronId: string; formerIds?: readonly string[] };

/** How a merge moves one kind of row in the patron's own partition. */
export type OwnRows = {
  /** Runs before the row is moved. */
  before?: MoveRow;
  /** Replaces the move. */
  move?: MoveRow;
  order?: 'first' | 'last';
};

/** The undo of a merge: the id that was merged into another, and the survivor. */
export type MergeUndo = { table: Table; from: string; to: string };

/** A row as it was before a merge moved it. `taken`: the survivor had a row under the same key, which stayed. */
export type RowBefore = { row: Row; taken: boolean };

/** What returns a row: writes with their conditions, and the counters that return with it. */
export type RowReturn = { writes: Write[]; counters?: CounterDeltas };

/** A row in the preview of an undo. Amounts in minor units. */
export type UndoLine = {
  kind: 'loan' | 'hold' | 'bill' | 'request';
  at: string;
  barcode?: string;
  amount?: number;
  currency?: string;
};

/** How the undo of a merge returns one kind of row. */
export type ReturnedRow = {
  /** Returns what returns the row; undefined when it changed or ended since the merge. */
  find: (undo: MergeUndo, before: RowBefore) => Promise<RowReturn | undefined>;
  /** Describes the row to staff; rows without it are only counted. */
  line?: (row: Row) => UndoLine;
};

/**
 * The part of a context above patrons in an erasure, export or merge of a patron. Each such context implements the parts that it needs;
 * `functions/patron-data.ts` collects the implementations.
 */
export type PatronData = {
  /** Returns the holds and bills that are open: they defer an erasure. */
  openMatters?: (table: Table, patronId: string) => Promise<OpenMatters>;
  /** Deletes files about an erased patron. It runs before the rows that name the files are deleted. */
  deleteFiles?: (table: Table, erased: ErasedPatron, deleteFile: (key: string) => Promise<void>) => Promise<void>;
  /** How an erasure treats rows that name the patron, by entity. Rows of other entities only lose the name. */
  erasure?: Readonly<Record<string, RowErasure>>;
  /** Rows of the patron's own partition that a merge moves in a special way or order, by entity. */
  ownRows?: Readonly<Record<string, OwnRows>>;
  /** How a merge moves rows that the index gsi1 lists under the patron, by entity. */
  indexedRows?: Readonly<Record<string, MoveRow>>;
  /** How the undo of a merge returns rows, by entity; a row of another entity returns when it has not changed since the merge. */
  returnedRows?: Readonly<Record<string, ReturnedRow>>;
  /** Completes a merge once all rows are moved. */
  completeMerge?: (move: PatronMove, terms: MergeTerms) => Promise<void>;
};
