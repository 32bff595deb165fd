export { askIdSchema, atIll, requestPath, requestRefusals } from '../schemas/shapes.ts';
