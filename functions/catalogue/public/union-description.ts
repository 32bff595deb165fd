export { unionDescription } from '../domain/union/union-description.ts';
