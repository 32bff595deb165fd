export { itemChangeOf } from '../data/row-changes.ts';
