export { harvestKey } from '../data/harvest-row.ts';
