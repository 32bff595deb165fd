export { readPatronStatus, storedPerson, storedPin } from '../data/patron-schemas.ts';
