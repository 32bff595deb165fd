export { readBarcode } from '../data/barcode-pointer.ts';
