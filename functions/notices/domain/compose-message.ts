import { DateTime } from 'luxon';
import { millis } from '../../../layers/kernel/calendar/days.ts';
import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import type { Channel } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { localeOf } from '../../../layers/kernel/text/locale.ts';
import { plainSubject, plainValue } from '../../../layers/kernel/text/plain-value.ts';
import { plainText } from '../../../layers/kernel/text/text-segments.ts';
import { phrasesOf } from './built-in/texts.ts';
import { chooseText, type Owners, type SetText } from './choose-text.ts';
import { fillIn, type TemplateText, type Values } from './template.ts';

/** A saved search with the number of its new titles, and some of them. */
export type FoundTitles = { name: string; count: number; titles: readonly string[] };

/**
 * A notice with the title and branch that its text names; they are not stored. `online`: the library of the bill takes payments online.
 */
export type NoticeContent = {
  notice: NoticeMessage;
  online?: boolean;
  title?: string | undefined;
  /** The saved searches of the notice, with the number of new titles and the last of them. */
  found?: readonly FoundTitles[];
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
  /** The public address of the site; without one, texts have no links. */
  site?: string | undefined;
  /** Whether titles are named; in text messages only where the policy says so. */
  titles?: boolean;
  /** The first text message to a number says how to stop. */
  isFirst?: boolean;
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

const shortDay = (locale: string, zone: string, at: string): string =>
  (/^\d{4}-\d{2}-\d{2}$/.test(at) ? DateTime.fromISO(at, { zone: 'utc' }) : DateTime.fromMillis(millis(at), { zone }))
    .setLocale(locale)
    .toLocaleString({ month: 'short', day: 'numeric' });

const shortInstant = (locale: string, zone: string, at: string): string =>
  DateTime.fromMillis(millis(at), { zone })
    .setLocale(locale)
    .toLocaleString({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' });

// A text may begin with a phrase: “an item is due”.
const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Formats days and instants: in full, or short in text messages. */
const formats = {
  full: { day: dayIn, time: instantIn },
  short: { day: shortDay, time: shortInstant },
};

/** Writes saved searches with their new titles, a line each. */
const foundLines = (found: readonly FoundTitles[], quoted: (title: string) => string): string =>
  found
    .map(({ name, count, titles }) =>
      [`${quoted(plainValue(name))}: ${count}`, ...titles.map((title) => `- ${plainValue(title)}`)].join('\n'),
    )
    .join('\n\n');

const accountAt = (site: string): string => `${site}/account`;

const valuesOf = (
  { notice, title: named, branch, found, online = false }: NoticeContent,
  language: string,
  { zone, channel, site, titles = channel !== 'sms' }: MessageSettings,
): Values => {
  const title = titles ? named : undefined;
  const { day, time } = formats[channel === 'sms' ? 'short' : 'full'];
  const { due, until, step, amount, reason, hourly } = notice;
  const [locale, phrases] = [localeOf(language), phrasesOf(language)];
  const place = branch?.timeZone ?? zone;
  const why = reason !== undefined && Object.hasOwn(phrases.reasons, reason) ? phrases.reasons[reason] : undefined;
  return {
    title: title === undefined ? phrases.someTitle : phrases.quoted(plainValue(title)),
    branch: branch === undefined ? phrases.someBranch : plainValue(branch.name),
    ...(branch && { address: plainValue(branch.address) }),
    ...(due !== undefined && { due: (hourly ? time : day)(locale, place, due) }),
    ...(until !== undefined && { until: day(locale, place, until) }),
    ...(step !== undefined && { step: String(step) }),
    ...(amount && { amount: sumIn(locale, amount) }),
    ...(why !== undefined && { reason: why }),
    ...(found && { found: foundLines(found, phrases.quoted) }),
    ...(site !== undefined && { searches: `${site}/searches` }),
    ...(online && site !== undefined && { pay: `${accountAt(site)}#bills` }),
  };
};

/**
 * Composes one message of one or several notices: each in its own text, the frame around all. A single notice keeps its own subject,
 * several have the frame's. All inserted values are plain and of one line. A text message begins with a capital, has no typographic
 * characters, and says how to stop when it is the first to its number.
 */
export const composeMessage = (contents: readonly NoticeContent[], settings: MessageSettings): TemplateText => {
  const { channel, set, owners, languages, at, zone, site } = settings;
  const common = (language: string): Values => ({
    name: plainValue(settings.name),
    member: plainValue(settings.member),
    date: dayIn(localeOf(language), zone, at),
    ...(site !== undefined && { account: accountAt(site) }),
  });
  const parts = contents.map((one) => {
    const { content, language } = chooseText(set, owners, languages, { template: one.notice.kind, channel });
    const filled = fillIn(content, { ...valuesOf(one, language, settings), ...common(language) });
    return channel === 'sms' ? { ...filled, text: capitalised(filled.text) } : filled;
  });
  const frame = chooseText(set, owners, languages, { template: 'frame', channel });
  const notices = parts.map(({ text }) => text).join('\n\n');
  const whole = fillIn(frame.content, { ...common(frame.language), count: String(parts.length), notices });
  const [only, ...more] = parts;
  const subject = plainSubject(only && more.length === 0 ? only.subject : whole.subject);
  if (channel !== 'sms') return { subject, text: whole.text };
  const stop = settings.isFirst ? [phrasesOf(frame.language).howToStop] : [];
  return { subject, text: plainText([whole.text, ...stop].join('\n')) };
};
