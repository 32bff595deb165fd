export { askIdSchema } from '../schemas/requests.ts';
