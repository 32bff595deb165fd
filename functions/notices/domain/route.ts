import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { NoticeSettings, NoticesPolicy } from '../../../layers/records/policies/domain/notices.ts';
import { type NoticeChoices, wants } from './choices.ts';

/** By what a patron can be reached: an e-mail address (and a deployment that sends), an address for letters. */
export type Reach = { mail: boolean; letter: boolean };

/**
 * Where a notice goes: nowhere (its kind is off), into the account only, by e-mail at once or with the day's digest, or
 * onto the pile of letters.
 */
export type Way = { by: 'nothing' } | { by: 'account' } | { by: 'mail'; wait: boolean } | { by: 'letter' };

/** Everything that the way of a notice is decided on. */
export type Routing = {
  notice: Pick<NoticeMessage, 'kind' | 'hourly' | 'at'>;
  policy: NoticesPolicy;
  settings: NoticeSettings;
  choices: NoticeChoices;
  reach: Reach;
  /** When it is decided; ISO 8601. */
  now: string;
};

/** News older than this is kept in the account and sent nowhere: a queue that was worked off late floods nobody. */
const STALE_MS = 7 * 24 * 60 * 60 * 1000;

const cannotWait = ({ notice, policy }: Routing): boolean =>
  policy.urgent.includes(notice.kind) || (policy.hourlyAtOnce && notice.hourly === true);

/**
 * The one way of a notice. E-mail where there is an address, a letter for those without or who asked for letters, and
 * never both: nobody is told a thing twice.
 */
export const wayOf = (routing: Routing): Way => {
  const { notice, policy, settings, choices, reach, now } = routing;
  if (!settings.kinds.includes(notice.kind)) return { by: 'nothing' };
  if (millis(now) - millis(notice.at) > STALE_MS) return { by: 'account' };
  const letter = settings.letters.on && reach.letter && wants(choices, policy, notice.kind, 'letter');
  const mail = reach.mail && wants(choices, policy, notice.kind, 'mail');
  if (letter && (choices.letters || !reach.mail)) return { by: 'letter' };
  if (mail) return { by: 'mail', wait: settings.digest.on && !cannotWait(routing) };
  return { by: 'account' };
};
