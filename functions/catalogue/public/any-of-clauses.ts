export { anyOf } from '../domain/index/clauses.ts';
