export type { IndexDocument, IndexedCopy } from '../domain/index/index-document.ts';
