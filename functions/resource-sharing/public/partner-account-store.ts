export { type PartnerBalance, partnerAccountStore } from '../data/partner-account-store.ts';
