export { formsIn, type HarvestRow, harvestKey, harvestShards, readHarvest, WHOLE } from '../data/harvest-row.ts';
