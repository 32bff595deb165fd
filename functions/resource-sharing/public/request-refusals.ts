export { requestRefusals } from '../schemas/requests.ts';
