import { momentText } from '../ballots/deadlines.ts';
import { type Body, heldOn, type SeatPerson } from './body.ts';
import type { Meeting } from './meeting.ts';

/** Returns who gets the notice of a meeting: the holders of the seats on its day, and their alternates, each address once. */
export const invited = (body: Body, meetingDay: string): SeatPerson[] => {
  const people = heldOn(body, meetingDay).flatMap(({ term: { holder, alternate } }) => [holder, alternate]);
  const byAddress = new Map(
    people.flatMap((one) => (one?.email === undefined ? [] : [[one.email, { name: one.name, email: one.email }]])),
  );
  return [...byAddress.values()];
};

/** Returns the notice of a meeting as an e-mail, in English and Spanish: when and where it is, and its agenda. */
export const meetingEmail = (
  { name, preset, bodyId }: Pick<Body, 'name' | 'preset' | 'bodyId'>,
  { startsAt, place, agenda, meetingId }: Meeting,
  { zone, site }: { zone: string; site?: string | undefined },
): { subject: string; text: string } => {
  const when = (locale: string): string => momentText(zone, startsAt, locale);
  const items = agenda.map(({ title }, at) => `${at + 1}. ${title}`);
  // Who holds a seat need not be staff: the page of a public body is open to everybody, that of the own seats by a mailed link.
  const pages = preset === 'public-body' ? ['/decisions'] : [`/bodies/${bodyId}/${meetingId}`];
  const link = site === undefined ? [] : ['', ...[...pages, '/my-seats'].map((page) => `${site}${page}`)];
  return {
    subject: `Meeting: ${name}`,
    text: [
      ...[`${name} meets on ${when('en-US')}.`, `Place: ${place}`, 'Agenda:', ...items, ...link, ''],
      ...[`${name} se reúne el ${when('es')}.`, `Lugar: ${place}`, ...link],
    ].join('\n'),
  };
};
