export {
  type DuplicatePair,
  findPossibleDuplicates,
  pairItems,
  undecidedPairs,
} from '../data/possible-duplicate-store.ts';
