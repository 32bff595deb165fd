export { type Audience, audiences, restrictedName, restrictedNames } from '../domain/visibility/visibility.ts';
