export { descriptionView } from '../domain/description-view.ts';
