export {
  answeredConsents,
  type ConsentAnswers,
  type ContactChannel,
  type ContactConsents,
  refusesChannel,
} from '../domain/record/contact-consents.ts';
