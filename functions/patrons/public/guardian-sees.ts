export { guardianSees } from '../domain/access/ward.ts';
