export { copiesShown, hiddenWith, lentBy } from '../data/hidden-with.ts';
