import type { Answered } from '../../../api/current-user.ts';

export type Chosen = Answered<'notices-show-my-choices'>;
type Kind = Chosen['kinds'][number]['kind'];

/** Text messages as chosen in the form; without consent none are sent. */
export type Texts = { number: string; kinds: readonly Kind[]; consent: boolean };

/** The kinds that are proposed to a patron who has no text messages yet. */
const proposed: readonly Kind[] = ['hold-ready', 'due-soon', 'recall'];

/** Returns the state of the form: as saved, or with the number that the library has. */
export const textsOf = ({ sms, kinds, reach }: Chosen): Texts =>
  sms
    ? { number: sms.number, kinds: sms.kinds, consent: sms.stoppedAt === undefined }
    : {
        number: reach.phone ?? '',
        kinds: kinds.flatMap(({ kind, on }) => (on && proposed.includes(kind) ? [kind] : [])),
        consent: false,
      };

/** Returns the part of the request that asks for text messages; empty without consent. */
export const textsBody = ({ number, kinds, consent }: Texts) =>
  consent && kinds.length > 0 ? { sms: { number: number.trim(), kinds: [...kinds], consent: true as const } } : {};
