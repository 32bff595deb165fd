export { readCard } from '../data/card-store.ts';
