export type { HarvestForms, HarvestRow } from '../data/harvest-row.ts';
