export type { Clause } from '../domain/index/clauses.ts';
