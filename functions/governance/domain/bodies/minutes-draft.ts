import { DateTime } from 'luxon';
import { type Body, heldOn } from './body.ts';
import type { ActionItem, Meeting, MeetingItem } from './meeting.ts';

/** The languages in which minutes are drafted. */
export const minutesLanguages = ['eng', 'spa'] as const;
export type MinutesLanguage = (typeof minutesLanguages)[number];

type Texts = {
  heading: (name: string, when: string, place: string) => string;
  present: string;
  standsIn: (name: string) => string;
  absent: string;
  nobody: string;
  from: (time: string) => string;
  until: (time: string) => string;
  quorum: (present: number, seats: number) => string;
  motion: (text: string) => string;
  outcome: Record<'carried' | 'lost' | 'tied', string>;
  votes: (yes: number, no: number, abstain: number) => string;
  choices: Record<'yes' | 'no' | 'abstain', string>;
  review: (day: string) => string;
  none: string;
  actions: string;
  action: (title: string, owner: string, day: string) => string;
  ended: (time: string) => string;
  locale: string;
};

const texts: Record<MinutesLanguage, Texts> = {
  eng: {
    heading: (name, when, place) => `Minutes of the meeting of ${name} on ${when}, ${place}`,
    ...{ present: 'Present', absent: 'Absent', nobody: 'nobody', locale: 'en' },
    standsIn: (name) => `alternate of ${name}`,
    from: (time) => `from ${time}`,
    until: (time) => `until ${time}`,
    quorum: (present, seats) => `${present} of ${seats} seats were represented.`,
    motion: (text) => `Motion: ${text}`,
    outcome: { carried: 'Carried', lost: 'Lost', tied: 'Tied: not carried' },
    votes: (yes, no, abstain) => `${yes} in favour, ${no} against, ${abstain} abstained`,
    choices: { yes: 'In favour', no: 'Against', abstain: 'Abstained' },
    review: (day) => `To be reviewed on ${day}.`,
    none: 'No decision was taken.',
    actions: 'Action items',
    action: (title, owner, day) => `${title}: ${owner}, by ${day}`,
    ended: (time) => `The meeting ended at ${time}.`,
  },
  spa: {
    heading: (name, when, place) => `Acta de la reunión de ${name} del ${when}, ${place}`,
    ...{ present: 'Presentes', absent: 'Ausentes', nobody: 'nadie', locale: 'es' },
    standsIn: (name) => `suplente de ${name}`,
    from: (time) => `desde las ${time}`,
    until: (time) => `hasta las ${time}`,
    quorum: (present, seats) => `Estuvieron representados ${present} de ${seats} puestos.`,
    motion: (text) => `Moción: ${text}`,
    outcome: { carried: 'Aprobada', lost: 'Rechazada', tied: 'Empate: no aprobada' },
    votes: (yes, no, abstain) => `${yes} a favor, ${no} en contra, ${abstain} abstenciones`,
    choices: { yes: 'A favor', no: 'En contra', abstain: 'Abstenciones' },
    review: (day) => `Se revisará el ${day}.`,
    none: 'No se tomó ninguna decisión.',
    actions: 'Tareas',
    action: (title, owner, day) => `${title}: ${owner}, hasta el ${day}`,
    ended: (time) => `La reunión terminó a las ${time}.`,
  },
};

type Drafted = { body: Body; meeting: Meeting; actions: readonly ActionItem[]; zone: string };

/** Returns the lines of an item: its motion, result, and the votes by name. */
const itemLines = (item: MeetingItem, number: number, t: Texts): string[] => {
  const head = `${number}. ${item.title}`;
  const { decision } = item;
  if (!decision) return ['', head, t.none];
  const { sums, outcome, votes = [], reviewOn } = decision;
  const byName = (['yes', 'no', 'abstain'] as const).flatMap((choice) => {
    const names = votes.filter((one) => one.choice === choice).map(({ name }) => name);
    return names.length > 0 ? [`${t.choices[choice]}: ${names.join(', ')}`] : [];
  });
  return [
    ...['', head, t.motion(decision.text)],
    `${t.outcome[outcome]}: ${t.votes(sums.yes, sums.no, sums.abstain)}.`,
    ...byName,
    ...(reviewOn === undefined ? [] : [t.review(reviewOn)]),
  ];
};

const presenceLines = ({ body, meeting, zone }: Drafted, t: Texts): string[] => {
  const clock = (at: string): string => DateTime.fromISO(at, { zone }).toFormat('HH:mm');
  const held = heldOn(body, DateTime.fromISO(meeting.startsAt, { zone }).toFormat('yyyy-MM-dd'));
  const rows = meeting.attendance.map(({ seatId, name, isAlternate, from, to }) => {
    const term = held.find(({ seat }) => seat.seatId === seatId)?.term;
    const about = [
      ...(isAlternate && term ? [t.standsIn(term.holder.name)] : []),
      ...(from > meeting.startsAt ? [t.from(clock(from))] : []),
      ...(to !== undefined && to !== meeting.endedAt ? [t.until(clock(to))] : []),
    ];
    return about.length > 0 ? `${name} (${about.join(', ')})` : name;
  });
  const here = new Set(meeting.attendance.map(({ seatId }) => seatId));
  const absent = held.filter(({ seat }) => !here.has(seat.seatId)).map(({ term }) => term.holder.name);
  const listed = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : t.nobody);
  return [`${t.present}: ${listed(rows)}`, `${t.absent}: ${listed(absent)}`, t.quorum(here.size, held.length)];
};

/** Returns a draft of the minutes from what was recorded: who was present, each item with its decision and votes, and the action items. */
export const minutesDraft = (drafted: Drafted, language: MinutesLanguage): string => {
  const { body, meeting, actions, zone } = drafted;
  const t = texts[language];
  const begun = DateTime.fromISO(meeting.startsAt, { zone }).setLocale(t.locale);
  const own = actions.filter(({ meetingId }) => meetingId === meeting.meetingId);
  return [
    t.heading(body.name, begun.toFormat('yyyy-MM-dd HH:mm'), meeting.place),
    ...['', ...presenceLines(drafted, t)],
    ...meeting.agenda.flatMap((item, at) => itemLines(item, at + 1, t)),
    ...(own.length > 0
      ? ['', t.actions, ...own.map(({ title, owner, dueOn }) => `- ${t.action(title, owner, dueOn)}`)]
      : []),
    ...(meeting.endedAt === undefined
      ? []
      : ['', t.ended(DateTime.fromISO(meeting.endedAt, { zone }).toFormat('HH:mm'))]),
  ].join('\n');
};
