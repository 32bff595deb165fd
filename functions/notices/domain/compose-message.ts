import { DateTime } from 'luxon';
import { millis } from '../../../layers/kernel/calendar/days.ts';
import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import type { Channel } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { localeOf } from '../../../layers/kernel/text/locale.ts';
import { plainSubject, plainValue } from '../../../layers/kernel/text/plain-value.ts';
import { phrasesOf } from './built-in/texts.ts';
import { chooseText, type Owners, type SetText } from './choose-text.ts';
import { fillIn, type TemplateText, type Values } from './template.ts';

/** A notice with the title and branch that its text names; they are not stored. */
export type NoticeContent = {
  notice: NoticeMessage;
  title?: string | undefined;
  branch?: { name: string; address: string; timeZone: string } | undefined;
};

/** The addressee, sender and texts of a message; `zone` is the home branch's time zone, for dates of no other branch. */
export type MessageSettings = {
  channel: Channel;
  /** Texts that the member and the consortium set. */
  set: readonly SetText[];
  owners: Owners;
  languages: readonly string[];
  name: string;
  member: string;
  zone: string;
  at: string;
};

/** Formats a day (`YYYY-MM-DD`), or the day of an instant in a time zone, in full for a locale. */
export const dayIn = (locale: string, zone: string, at: string): string => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(at)
    ? DateTime.fromISO(at, { zone: 'utc' })
    : DateTime.fromMillis(millis(at), { zone });
  return time.setLocale(locale).toLocaleString(DateTime.DATE_HUGE);
};

const instantIn = (locale: string, zone: string, at: string): string =>
  DateTime.fromMillis(millis(at), { zone }).setLocale(locale).toLocaleString(DateTime.DATETIME_FULL);

/** Formats an amount of minor units with the decimals of its currency (ISO 4217). */
const sumIn = (locale: string, { minor, currency }: { minor: number; currency: string }): string => {
  const decimals = decimalsOf(currency);
  const shown = {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  } as const;
  return new Intl.NumberFormat(locale, shown).format(minor / 10 ** decimals);
};

const valuesOf = ({ notice, title, branch }: NoticeContent, language: string, zone: string): Values => {
  const { due, until, step, amount, reason, hourly } = notice;
  const [locale, phrases] = [localeOf(language), phrasesOf(language)];
  const place = branch?.timeZone ?? zone;
  const why = reason !== undefined && Object.hasOwn(phrases.reasons, reason) ? phrases.reasons[reason] : undefined;
  return {
    title: title === undefined ? phrases.someTitle : phrases.quoted(plainValue(title)),
    branch: branch === undefined ? phrases.someBranch : plainValue(branch.name),
    ...(branch && { address: plainValue(branch.address) }),
    ...(due !== undefined && { due: (hourly ? instantIn : dayIn)(locale, place, due) }),
    ...(until !== undefined && { until: dayIn(locale, place, until) }),
    ...(step !== undefined && { step: String(step) }),
    ...(amount && { amount: sumIn(locale, amount) }),
    ...(why !== undefined && { reason: why }),
  };
};

/**
 * Composes one e-mail or letter of one or several notices: each in its own text, the frame around all. A single notice
 * keeps its own subject, several have the frame's. All inserted values are plain and of one line.
 */
export const composeMessage = (contents: readonly NoticeContent[], settings: MessageSettings): TemplateText => {
  const { channel, set, owners, languages, at, zone } = settings;
  const common = (language: string): Values => ({
    name: plainValue(settings.name),
    member: plainValue(settings.member),
    date: dayIn(localeOf(language), zone, at),
  });
  const parts = contents.map((one) => {
    const { content, language } = chooseText(set, owners, languages, { template: one.notice.kind, channel });
    return fillIn(content, { ...valuesOf(one, language, zone), ...common(language) });
  });
  const frame = chooseText(set, owners, languages, { template: 'frame', channel });
  const notices = parts.map(({ text }) => text).join('\n\n');
  const whole = fillIn(frame.content, { ...common(frame.language), count: String(parts.length), notices });
  const [only, ...more] = parts;
  return { subject: plainSubject(only && more.length === 0 ? only.subject : whole.subject), text: whole.text };
};
