export { sweepTombstones } from '../data/search-index/sweep.ts';
