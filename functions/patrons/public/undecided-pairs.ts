export { undecidedPairs } from '../data/possible-duplicate-store.ts';
