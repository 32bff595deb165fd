export { deskRefusals, deskRoles, openRefusals } from '../schemas.ts';
