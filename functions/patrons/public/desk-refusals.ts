export { deskRefusals } from '../schemas.ts';
