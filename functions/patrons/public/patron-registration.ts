export { registration } from '../data/patron-store.ts';
