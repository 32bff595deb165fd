import { DateTime } from 'luxon';
import type { Body } from './body.ts';
import type { ActionItem, AgendaItem, Meeting, MeetingDecision, Minutes } from './meeting.ts';
import type { MinutesLanguage } from './minutes-draft.ts';

/** The latest text of a proposal on the agenda, and the statements of members for and against it. */
export type ProposalPaper = {
  title: string;
  text: string;
  statements: readonly { kind: 'for' | 'against'; member: string; text: string }[];
};

/** What an item of the agenda refers to: a proposal, an action item, a decision to be reviewed, or minutes to be approved. */
export type AgendaPaper =
  | { kind: 'proposal'; proposal: ProposalPaper }
  | { kind: 'action'; action: Pick<ActionItem, 'owner' | 'dueOn' | 'state'> }
  | { kind: 'review'; decision: MeetingDecision }
  | { kind: 'minutes'; minutes: Minutes };

/** A part of a meeting pack: its heading and its paragraphs. */
export type PackPart = { heading: string; level: 1 | 2; paragraphs: string[] };

/** A meeting pack: its title, the lines below it, and its parts, in the order in which they are read. */
export type MeetingPack = { title: string; about: string[]; parts: PackPart[] };

type Texts = {
  title: (body: string) => string;
  notCalled: string;
  called: (day: string) => string;
  members: string;
  alternate: (name: string) => string;
  agenda: string;
  latest: string;
  for: (member: string) => string;
  against: (member: string) => string;
  action: (owner: string, day: string, state: ActionItem['state']) => string;
  decided: (day: string, text: string) => string;
  corrected: (text: string, reason: string) => string;
  minutes: string;
  noPaper: string;
  locale: string;
};

const texts: Record<MinutesLanguage, Texts> = {
  eng: {
    title: (body) => `Meeting pack: ${body}`,
    ...{ notCalled: 'The meeting is planned; it has not been called.', members: 'Members', agenda: 'Agenda' },
    called: (day) => `Called on ${day}`,
    alternate: (name) => `alternate: ${name}`,
    ...{ latest: 'Text of the proposal', minutes: 'Minutes to be approved', locale: 'en' },
    for: (member) => `For: ${member}`,
    against: (member) => `Against: ${member}`,
    action: (owner, day, state) => `${owner}, by ${day}: ${{ open: 'open', done: 'done', dropped: 'dropped' }[state]}`,
    decided: (day, text) => `Decided on ${day}: ${text}`,
    corrected: (text, reason) => `Correction: ${text} (${reason})`,
    noPaper: 'What this item refers to no longer exists.',
  },
  spa: {
    title: (body) => `Documentación de la reunión: ${body}`,
    ...{ notCalled: 'La reunión está prevista; aún no se ha convocado.', members: 'Miembros', agenda: 'Orden del día' },
    called: (day) => `Convocada el ${day}`,
    alternate: (name) => `suplente: ${name}`,
    ...{ latest: 'Texto de la propuesta', minutes: 'Acta por aprobar', locale: 'es' },
    for: (member) => `A favor: ${member}`,
    against: (member) => `En contra: ${member}`,
    action: (owner, day, state) =>
      `${owner}, hasta el ${day}: ${{ open: 'pendiente', done: 'hecha', dropped: 'descartada' }[state]}`,
    decided: (day, text) => `Decidido el ${day}: ${text}`,
    corrected: (text, reason) => `Corrección: ${text} (${reason})`,
    noPaper: 'Aquello a lo que se refiere este punto ya no existe.',
  },
};

/** The longest paragraph, in characters: it fits on a page. */
const LONGEST = 1500;

/** Returns the lines of a text as paragraphs; a longer line is divided at its words. */
const paragraphsIn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const parts: string[] = [];
      let rest = line;
      while (rest.length > LONGEST) {
        const at = rest.lastIndexOf(' ', LONGEST);
        const end = at > 0 ? at : LONGEST;
        parts.push(rest.slice(0, end));
        rest = rest.slice(end).trimStart();
      }
      return [...parts, rest];
    });

const partsOfPaper = (paper: AgendaPaper, t: Texts, dayOf: (at: string) => string): PackPart[] => {
  const part = (heading: string, paragraphs: string[]): PackPart => ({ heading, level: 2, paragraphs });
  switch (paper.kind) {
    case 'proposal':
      return [
        part(t.latest, [paper.proposal.title, ...paragraphsIn(paper.proposal.text)]),
        ...paper.proposal.statements.map(({ kind, member, text }) => part(t[kind](member), paragraphsIn(text))),
      ];
    case 'minutes':
      return [
        part(t.minutes, [
          ...paragraphsIn(paper.minutes.text),
          ...paper.minutes.corrections.map(({ text, reason }) => t.corrected(text, reason)),
        ]),
      ];
    case 'action':
      return [part(t.action(paper.action.owner, paper.action.dueOn, paper.action.state), [])];
    case 'review':
      return [part(t.decided(dayOf(paper.decision.at), paper.decision.text), [])];
  }
};

type Packed = {
  body: Body;
  meeting: Meeting;
  /** The holders of the seats on the day of the meeting, each with the alternate. */
  holders: readonly { name: string; alternate?: string | undefined }[];
  zone: string;
  paperOf: (item: AgendaItem) => AgendaPaper | undefined;
};

/** Returns the pack of a meeting: when and where it is, who belongs to the body, and each item of the agenda with its paper. */
export const meetingPack = (
  { body, meeting, holders, zone, paperOf }: Packed,
  language: MinutesLanguage,
): MeetingPack => {
  const t = texts[language];
  const local = (at: string): DateTime => DateTime.fromISO(at, { zone }).setLocale(t.locale);
  const dayOf = (at: string): string => local(at).toFormat('yyyy-MM-dd');
  const members = holders.map(({ name, alternate }) =>
    alternate === undefined ? name : `${name} (${t.alternate(alternate)})`,
  );
  const items = meeting.agenda.flatMap((item, at): PackPart[] => {
    const own: PackPart = {
      heading: `${at + 1}. ${item.title}`,
      level: 1,
      paragraphs: item.text === undefined ? [] : paragraphsIn(item.text),
    };
    if (item.kind === 'text') return [own];
    const paper = paperOf(item);
    return paper ? [own, ...partsOfPaper(paper, t, dayOf)] : [{ ...own, paragraphs: [...own.paragraphs, t.noPaper] }];
  });
  return {
    title: t.title(body.name),
    about: [
      `${local(meeting.startsAt).toFormat('yyyy-MM-dd HH:mm')} (${zone}), ${meeting.place}`,
      meeting.called ? t.called(dayOf(meeting.called.at)) : t.notCalled,
    ],
    parts: [
      { heading: t.members, level: 1, paragraphs: members },
      { heading: t.agenda, level: 1, paragraphs: meeting.agenda.map(({ title }, at) => `${at + 1}. ${title}`) },
      ...items,
    ],
  };
};
