export { refusedLoads } from '../data/refused-loads.ts';
