export { guardianSees } from '../domain/access/dependant.ts';
