export { attemptRefusals } from '../schemas.ts';
