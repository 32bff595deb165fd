export { sharedBarcodeRefusals } from '../schemas.ts';
