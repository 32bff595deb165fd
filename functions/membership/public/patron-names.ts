export type { PatronNames } from '../domain/patron-names.ts';
