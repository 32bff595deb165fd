export { LIBRARY_CATEGORY } from '../domain/loans/lend-to-library.ts';
