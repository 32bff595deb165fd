export { type PartnerBalance, partnerAccountStore, partnerAccountWrites } from '../data/partner-account-store.ts';
