export { restrictedName } from '../domain/visibility/visibility.ts';
