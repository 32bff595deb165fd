export { requestPath } from '../schemas/requests.ts';
