export { pairItems } from '../data/possible-duplicate-store.ts';
