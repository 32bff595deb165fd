export { findPossibleDuplicates } from '../data/possible-duplicate-store.ts';
