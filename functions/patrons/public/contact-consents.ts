export {
  answeredConsents,
  type ConsentAnswers,
  type ContactConsents,
  refusesChannel,
} from '../domain/contact-consents.ts';
