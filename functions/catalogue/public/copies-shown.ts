export { copiesShown } from '../data/hidden-with.ts';
