export { refusesChannel } from '../domain/record/contact-consents.ts';
