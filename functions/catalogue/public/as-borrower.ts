export { asBorrower } from '../domain/visibility/visibility.ts';
