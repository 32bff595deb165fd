export { branchAt } from '../data/branch-codec.ts';
