export { releaseBarcode } from '../data/barcode-pointer.ts';
