export { descriptionView } from '../domain/views/description-view.ts';
