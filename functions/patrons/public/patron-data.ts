export type {
  ErasedPatron,
  MergeTerms,
  MergeUndo,
  MoveRow,
  PatronData,
  PatronMove,
  ReturnedRow,
  Row,
  RowBefore,
  RowReturn,
} from '../use-cases/patron-data.ts';
