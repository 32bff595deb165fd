export { cardExpiryStore } from '../data/card-expiry-store.ts';
