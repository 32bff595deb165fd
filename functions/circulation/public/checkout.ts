export { decideCheckout } from '../domain/loans/checkout.ts';
