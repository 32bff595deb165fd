import { millis } from '../../../layers/kernel/calendar/days.ts';
import { isReceipt, type NoticeKind } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import type { NoticeSettings, NoticesPolicy } from '../../../layers/records/policies/domain/notices.ts';
import { type NoticeChoices, wants } from './choices.ts';

/** The channels by which a patron can be reached: an e-mail address (and a deployment that sends), an address for letters. */
export type Reach = { email: boolean; letter: boolean };

/** Whether text messages can be sent to the patron: a number, the patron's consent, and no reply that stopped them; and by which kinds. */
export type Texting = { kinds: readonly NoticeKind[]; waitsUntil?: string | undefined };

/** The channels that the patron refused to be contacted by: they carry only the kinds that are mandatory. */
export type Refused = { email: boolean; letter: boolean };

/**
 * The route of a notice: none (its kind is off), the account only, e-mail at once or with the day's digest, a letter, or a text message at
 * once or when the hours for it begin.
 */
export type Route =
  | { by: 'nothing' }
  | { by: 'account' }
  | { by: 'email'; wait: boolean }
  | { by: 'letter' }
  | { by: 'sms'; waitsUntil?: string };

/** Everything that decides the route of a notice. */
export type Routing = {
  notice: Pick<NoticeMessage, 'kind' | 'hourly' | 'at'>;
  policy: NoticesPolicy;
  settings: NoticeSettings;
  choices: NoticeChoices;
  reach: Reach;
  refused?: Refused | undefined;
  /** Absent when no text message can be sent to the patron. */
  texting?: Texting | undefined;
  /** The instant of the decision; ISO 8601. */
  now: string;
};

/** Notices older than this are only stored in the account: a delayed queue must not flood patrons. */
const STALE_MS = 7 * 24 * 60 * 60 * 1000;

const cannotWait = ({ notice, policy }: Routing): boolean =>
  policy.urgent.includes(notice.kind) || (policy.hourlyAtOnce && notice.hourly === true);

/**
 * Decides the one route of a notice: a text message for the kinds that the patron wants as one, e-mail when there is an address, a letter
 * for patrons without one or who asked for letters, and never two of them. Receipts take e-mail only, where the patron chose them, and so
 * do alerts of saved searches.
 */
export const routeOf = (routing: Routing): Route => {
  const { notice, policy, settings, choices, reach, refused, texting, now } = routing;
  if (!settings.kinds.includes(notice.kind)) return { by: 'nothing' };
  if (millis(now) - millis(notice.at) > STALE_MS) return { by: 'account' };
  if (isReceipt(notice.kind))
    return choices.receipts && reach.email && !refused?.email ? { by: 'email', wait: true } : { by: 'nothing' };
  if (notice.kind === 'new-titles')
    return reach.email && !refused?.email && wants(choices, policy, notice.kind, 'email')
      ? { by: 'email', wait: settings.digest.on }
      : { by: 'account' };
  if (texting?.kinds.includes(notice.kind))
    return { by: 'sms', ...(texting.waitsUntil !== undefined && { waitsUntil: texting.waitsUntil }) };
  const isMandatory = policy.mandatory.includes(notice.kind);
  const reaches = (channel: 'email' | 'letter'): boolean => reach[channel] && (isMandatory || !refused?.[channel]);
  const letter = settings.letters.on && reaches('letter') && wants(choices, policy, notice.kind, 'letter');
  const email = reaches('email') && wants(choices, policy, notice.kind, 'email');
  if (letter && (choices.letters || !reaches('email'))) return { by: 'letter' };
  if (email) return { by: 'email', wait: settings.digest.on && !cannotWait(routing) };
  return { by: 'account' };
};
