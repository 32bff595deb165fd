export { type CirculationStores, circulationStores } from '../data/circulation-stores.ts';
