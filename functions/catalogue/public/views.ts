export {
  barcodeSchema,
  type DescriptionView,
  descriptionViewSchema,
  type ItemDescription,
} from '../domain/views/views.ts';
