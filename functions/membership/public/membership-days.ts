export { membershipDays } from '../domain/membership-days.ts';
