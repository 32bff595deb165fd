export { lentBy } from '../data/hidden-with.ts';
