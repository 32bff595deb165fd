export { adminsOf } from '../data/admins-of.ts';
