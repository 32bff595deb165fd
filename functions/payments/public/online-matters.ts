export { readMatters } from '../data/matter-store.ts';
