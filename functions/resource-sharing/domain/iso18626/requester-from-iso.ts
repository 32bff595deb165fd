import {
  agreesToConditions,
  claimAnswer,
  codeInNote,
  withoutReShareMarks,
} from '../../../../layers/protocols/iso18626/note-marks.ts';
import { noteOf } from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { MessageName } from '../workflow/triggers.ts';
import { type Meaning, statement, textMessage } from './meaning.ts';

type Requested = MessageOf<'requestingAgencyMessage'>;

const byAction: Record<
  Exclude<Requested['action'], 'StatusRequest' | 'ShippedForward' | 'Notification'>,
  MessageName
> = {
  Received: 'Received',
  Cancel: 'Cancel',
  Renew: 'Renew',
  HoldReturn: 'ReturnDelayed',
  ShippedReturn: 'ShippedReturn',
  Lost: 'Lost',
};

const notifiedByRequester = (text: string | undefined): MessageName | undefined => {
  const code = codeInNote(text, ['Lost', 'HoldReturn']);
  if (code !== undefined) return byAction[code];
  return claimAnswer(text) ?? (agreesToConditions(text) ? 'ConditionsAgreed' : undefined);
};

/** Interprets a requesting agency's message; only the note gives a notification its meaning. */
export const meaningOfRequesterMessage = ({ action, note: text }: Requested): Meaning => {
  const about = { note: withoutReShareMarks(noteOf(text)) };
  if (action === 'StatusRequest') return { asks: 'status' };
  if (action === 'ShippedForward') return { noted: 'shipped-forward' };
  if (action !== 'Notification') return statement(byAction[action], about);
  const name = notifiedByRequester(noteOf(text));
  return name === undefined ? textMessage('RequesterWrites', about.note) : statement(name, about);
};
