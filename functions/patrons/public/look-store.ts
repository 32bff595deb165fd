export { lookStore } from '../data/look-store.ts';
