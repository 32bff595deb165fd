export { allOf } from '../domain/index/clauses.ts';
