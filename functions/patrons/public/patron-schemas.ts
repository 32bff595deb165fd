export { readStanding, storedPerson } from '../data/patron-schemas.ts';
