export { type CopiesLent, type UnionCopies, type UnionIds, unionCopies } from '../data/union-copies.ts';
