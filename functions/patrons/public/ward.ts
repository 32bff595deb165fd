export { guardianSees, type WardSight, wardViewSchema } from '../domain/access/ward.ts';
