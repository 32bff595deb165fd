export { LIBRARY_CATEGORY, lendToLibrary, libraryAsPatron } from '../domain/loans/lend-to-library.ts';
