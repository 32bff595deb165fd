export { holdChangeOf, itemChangeOf } from '../data/row-changes.ts';
