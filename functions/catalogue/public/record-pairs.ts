export { possibleDuplicatesOf as recordPairsOf } from '../data/possible-duplicate-store.ts';
