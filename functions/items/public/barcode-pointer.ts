export type { BarcodePointer } from '../data/barcode-pointer.ts';
