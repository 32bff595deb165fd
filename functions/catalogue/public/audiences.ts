export { audiences } from '../domain/visibility/visibility.ts';
