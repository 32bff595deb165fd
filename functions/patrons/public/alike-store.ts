export { findAlike, pairItems } from '../data/alike-store.ts';
