export { shownName } from '../domain/identity/person.ts';
