export { guardianSees, type WardSight, wardViewSchema } from '../domain/ward.ts';
