export { storedPerson } from '../data/patron-schemas.ts';
