export { checkCardAndPin } from '../use-cases/check-card-and-pin.ts';
