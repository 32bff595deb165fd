export {
  eventsOfCancellation,
  eventsOfCancellation as mailOfWish,
  eventsOfMessage,
  eventsOfMessage as mailOf,
  type PartnerMessageEvent,
  type PartnerMessageEvent as MailNews,
} from '../domain/messages/partner-message-events.ts';
