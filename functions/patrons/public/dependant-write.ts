export { dependantWrite } from '../data/patron-store.ts';
