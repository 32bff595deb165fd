export { claimBarcode } from '../data/barcode-pointer.ts';
