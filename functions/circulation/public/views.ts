export { billsOf, billView, holdsOf, loansOf } from '../schemas/views.ts';
