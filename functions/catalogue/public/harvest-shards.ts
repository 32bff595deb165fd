export { harvestShards } from '../data/harvest-row.ts';
