export { type MailNews, mailOf, mailOfWish } from '../domain/partner-mail.ts';
