export { type BarcodePointer, claimBarcode, readBarcode, releaseBarcode } from '../data/barcode-pointer.ts';
