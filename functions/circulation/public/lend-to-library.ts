export { lendToLibrary } from '../domain/loans/lend-to-library.ts';
