export { type UnionQueue, type Unions, unionsOf } from '../data/union-of.ts';
