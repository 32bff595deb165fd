export { libraryAsPatron } from '../domain/loans/lend-to-library.ts';
