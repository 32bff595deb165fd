export { unionDescription } from '../domain/union-description.ts';
