export { attemptRefusals, deskRefusals, deskRoles, openRefusals } from '../schemas.ts';
