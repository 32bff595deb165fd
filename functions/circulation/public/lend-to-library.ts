export { LIBRARY_CATEGORY, lendToLibrary, libraryAsPatron } from '../domain/lend-to-library.ts';
