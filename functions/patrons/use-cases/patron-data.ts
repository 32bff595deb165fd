import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { AnonymiseRules } from '../../../layers/records/policies/domain/patrons.ts';
import type { OpenMatters, RowErasure } from '../domain/access/erasure.ts';
import type { PatronStatus } from '../domain/record/patron-status.ts';

/** A row of the table. */
export type Row = Record<string, unknown>;

/** The move of rows in a merge: the id of the merged patron, and the survivor. */
export type PatronMove = { table: Table; from: string; to: PatronStatus };

export type MoveRow = (move: PatronMove, row: Row) => Promise<void>;

/** When and by whom a merge was made, and the retention rules for past loans. */
export type MergeTerms = { at: string; by: string; retention: AnonymiseRules };

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
  /** Completes a merge once all rows are moved. */
  completeMerge?: (move: PatronMove, terms: MergeTerms) => Promise<void>;
};
