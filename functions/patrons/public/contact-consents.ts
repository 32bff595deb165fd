export {
  answeredConsents,
  type ConsentAnswers,
  type ContactChannel,
  type ContactConsents,
  refusesChannel,
} from '../domain/contact-consents.ts';
