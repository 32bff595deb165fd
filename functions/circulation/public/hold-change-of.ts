export { holdChangeOf } from '../data/row-changes.ts';
