export { restrictedNames } from '../domain/visibility/visibility.ts';
