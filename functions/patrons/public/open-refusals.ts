export { openRefusals } from '../schemas.ts';
