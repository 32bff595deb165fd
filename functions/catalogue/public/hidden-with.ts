export { hiddenWith } from '../data/hidden-with.ts';
