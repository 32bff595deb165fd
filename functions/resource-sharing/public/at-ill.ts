export { atIll } from '../schemas/requests.ts';
