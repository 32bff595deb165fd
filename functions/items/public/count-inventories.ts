export { countInventories } from '../data/count-inventories.ts';
