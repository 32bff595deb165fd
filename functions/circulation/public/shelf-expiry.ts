export { shelfExpiryOf } from '../domain/shelf-expiry.ts';
