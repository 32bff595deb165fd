export { billView } from '../schemas/views.ts';
