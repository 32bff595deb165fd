export { deskRoles } from '../schemas.ts';
