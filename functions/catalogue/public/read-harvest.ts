export { readHarvest } from '../data/harvest-row.ts';
