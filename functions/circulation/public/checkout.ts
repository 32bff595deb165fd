export { decideCheckout } from '../domain/checkout.ts';
