export type { ErasedPatron, MergeTerms, MoveRow, PatronData, PatronMove, Row } from '../use-cases/patron-data.ts';
