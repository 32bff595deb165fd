export { findPossibleDuplicates, pairItems } from '../data/possible-duplicate-store.ts';
