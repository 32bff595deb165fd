export { descriptionViewSchema } from '../domain/views/views.ts';
