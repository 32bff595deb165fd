export { claimWrite } from '../data/card-store.ts';
