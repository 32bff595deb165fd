export { cardStore, claimWrite, readCard, type StoredCard, shareWrite } from '../data/card-store.ts';
