export type { ConsentAnswers, ContactChannel, ContactConsents } from '../domain/record/contact-consents.ts';
