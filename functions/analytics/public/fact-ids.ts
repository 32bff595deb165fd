export { factIds } from '../data/fact-ids.ts';
