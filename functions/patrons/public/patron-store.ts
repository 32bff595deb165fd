export { type Patron, type PatronStore, patronStore } from '../data/patron-store.ts';
