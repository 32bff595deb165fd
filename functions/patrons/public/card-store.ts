export { cardStore, type StoredCard } from '../data/card-store.ts';
