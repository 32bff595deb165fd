export { formsIn } from '../data/harvest-row.ts';
