export { type SourceStore, sourceStore } from '../data/source-store.ts';
