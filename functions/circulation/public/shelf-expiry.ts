export { shelfExpiryOf } from '../domain/holds/shelf-expiry.ts';
