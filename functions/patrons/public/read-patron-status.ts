export { readPatronStatus } from '../data/patron-schemas.ts';
