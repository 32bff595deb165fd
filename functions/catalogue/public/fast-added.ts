export { fastAddedOf } from '../data/fast-added-store.ts';
