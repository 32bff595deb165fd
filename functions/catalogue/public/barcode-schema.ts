export { barcodeSchema } from '../domain/views/views.ts';
