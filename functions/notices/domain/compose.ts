import { DateTime } from 'luxon';
import { millis } from '../../../layers/kernel/calendar/days.ts';
import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import type { Channel } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { localeOf } from '../../../layers/kernel/text/locale.ts';
import { plainSubject, plainValue } from '../../../layers/kernel/text/plain-value.ts';
import { wordsOf } from './built-in/texts.ts';
import { chooseText, type Owners, type SetText } from './choose-text.ts';
import { fillIn, type TemplateText, type Values } from './template.ts';

/** A notice with what its text names beside it: nothing of it is kept. */
export type ToldNotice = {
  notice: NoticeMessage;
  title?: string | undefined;
  branch?: { name: string; address: string; timeZone: string } | undefined;
};

/** To whom and from whom; `zone` is the home branch's, for dates that no branch's own time tells. */
export type Composing = {
  channel: Channel;
  /** Texts that the member and the consortium set, in these languages. */
  set: readonly SetText[];
  owners: Owners;
  languages: readonly string[];
  name: string;
  member: string;
  zone: string;
  at: string;
};

/** A day (`YYYY-MM-DD`), or the day of an instant in a time zone, as people of a locale write it in full. */
export const dayIn = (locale: string, zone: string, at: string): string => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(at)
    ? DateTime.fromISO(at, { zone: 'utc' })
    : DateTime.fromMillis(millis(at), { zone });
  return time.setLocale(locale).toLocaleString(DateTime.DATE_HUGE);
};

const instantIn = (locale: string, zone: string, at: string): string =>
  DateTime.fromMillis(millis(at), { zone }).setLocale(locale).toLocaleString(DateTime.DATETIME_FULL);

/** A sum as people read it. Takes minor units; how many decimals there are, the currency says (ISO 4217). */
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

const valuesOf = ({ notice, title, branch }: ToldNotice, language: string, zone: string): Values => {
  const { due, until, step, amount, reason, hourly } = notice;
  const [locale, words] = [localeOf(language), wordsOf(language)];
  const place = branch?.timeZone ?? zone;
  const why = reason !== undefined && Object.hasOwn(words.reasons, reason) ? words.reasons[reason] : undefined;
  return {
    title: title === undefined ? words.someTitle : words.quoted(plainValue(title)),
    branch: branch === undefined ? words.someBranch : plainValue(branch.name),
    ...(branch && { address: plainValue(branch.address) }),
    ...(due !== undefined && { due: (hourly ? instantIn : dayIn)(locale, place, due) }),
    ...(until !== undefined && { until: dayIn(locale, place, until) }),
    ...(step !== undefined && { step: String(step) }),
    ...(amount && { amount: sumIn(locale, amount) }),
    ...(why !== undefined && { reason: why }),
  };
};

/**
 * What one e-mail or letter says of one or several notices: each in its text, the frame around all. One thing told has its
 * own subject, several have the frame's. Whatever is put in is plain and of one line.
 */
export const compose = (told: readonly ToldNotice[], composing: Composing): TemplateText => {
  const { channel, set, owners, languages, at, zone } = composing;
  const common = (language: string): Values => ({
    name: plainValue(composing.name),
    member: plainValue(composing.member),
    date: dayIn(localeOf(language), zone, at),
  });
  const parts = told.map((one) => {
    const { words, language } = chooseText(set, owners, languages, { template: one.notice.kind, channel });
    return fillIn(words, { ...valuesOf(one, language, zone), ...common(language) });
  });
  const frame = chooseText(set, owners, languages, { template: 'frame', channel });
  const notices = parts.map(({ text }) => text).join('\n\n');
  const whole = fillIn(frame.words, { ...common(frame.language), count: String(parts.length), notices });
  const [only, ...more] = parts;
  return { subject: plainSubject(only && more.length === 0 ? only.subject : whole.subject), text: whole.text };
};
