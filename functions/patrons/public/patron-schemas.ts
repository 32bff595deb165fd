export { readPatronStatus, storedPerson } from '../data/patron-schemas.ts';
