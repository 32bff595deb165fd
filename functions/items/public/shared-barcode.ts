export { askWhich, sharedBarcodeRefusals } from '../schemas.ts';
