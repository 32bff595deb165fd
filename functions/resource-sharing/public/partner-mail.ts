export { type MailNews, mailOf, mailOfWish } from '../domain/messages/partner-message-events.ts';
