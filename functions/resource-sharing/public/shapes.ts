export { askIdSchema, atIll, requestPath, requestRefusals } from '../schemas/requests.ts';
