export type { PatronChange } from '../domain/change.ts';
