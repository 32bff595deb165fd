export { among } from '../domain/index/clauses.ts';
