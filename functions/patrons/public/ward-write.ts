export { wardWrite } from '../data/patron-store.ts';
