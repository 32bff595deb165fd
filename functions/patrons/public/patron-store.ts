export {
  type Patron,
  type PatronStore,
  patronStore,
  personItem,
  registration,
  wardWrite,
} from '../data/patron-store.ts';
