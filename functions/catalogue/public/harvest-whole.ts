export { WHOLE } from '../data/harvest-row.ts';
