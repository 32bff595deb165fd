export { allOf, among, anyOf, type Clause, worth } from '../domain/index/clauses.ts';
