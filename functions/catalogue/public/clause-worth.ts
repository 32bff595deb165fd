export { worth } from '../domain/index/clauses.ts';
