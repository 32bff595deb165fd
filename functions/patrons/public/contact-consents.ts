export type {
  ConsentAnswers,
  ConsentSource,
  ContactChannel,
  ContactConsents,
} from '../domain/record/contact-consents.ts';
