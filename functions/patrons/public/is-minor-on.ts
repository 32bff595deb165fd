export { isMinorOn } from '../domain/identity/person.ts';
