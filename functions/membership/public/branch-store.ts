export { type BranchStore, branchStore } from '../data/branch-store.ts';
