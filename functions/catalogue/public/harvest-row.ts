export {
  formsIn,
  type HarvestForms,
  type HarvestRow,
  harvestKey,
  harvestShards,
  readHarvest,
  WHOLE,
} from '../data/harvest-row.ts';
