export type { DescriptionView, ItemDescription } from '../domain/views/views.ts';
