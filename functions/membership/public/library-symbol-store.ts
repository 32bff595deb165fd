export { CONSORTIUM, type LibrarySymbolStore, librarySymbolStore } from '../data/library-symbol-store.ts';
