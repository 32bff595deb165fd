export type { PatronChange } from '../domain/record/change.ts';
