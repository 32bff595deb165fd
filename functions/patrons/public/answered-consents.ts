export { answeredConsents } from '../domain/record/contact-consents.ts';
