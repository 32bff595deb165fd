export { partnerAccountWrites } from '../data/partner-account-store.ts';
