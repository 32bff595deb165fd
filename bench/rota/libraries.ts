import type { Candidate } from '../../functions/resource-sharing/domain/rota/rota-factors.ts';
import { type BranchCalendar, weekdays } from '../../layers/kernel/calendar/branch-calendar.ts';
import type { KindName, RotaParameters } from './parameters.ts';
import { type Chance, logNormal } from './random.ts';
import { type Timeline, timelineOf } from './timeline.ts';

const DAY = 24 * 60 * 60_000;

/** A library of the consortium: one member with one branch. Its index is its position in the order of joining. */
export type Library = {
  index: number;
  member: string;
  kind: KindName;
  x: number;
  y: number;
  /** One of four quarters of the region. */
  region: number;
  patrons: number;
  /** The number of titles that it holds. */
  titles: number;
  lends: Candidate['lends'];
  /** Whether it reports its shelves once a night, so that the union has the state of that time. */
  nightly: boolean;
  /** Whether it is off the courier's routes. */
  byPost: boolean;
  /** Median opening minutes until it answers; the share of asks that it never answers. */
  answerMinutes: number;
  silent: number;
  /** The share of copies "on the shelf" that are found there. */
  accuracy: number;
  calendar: BranchCalendar;
  timeline: Timeline;
};

/** Returns the calendar of a kind of library in a time zone. */
export const calendarOf = ({ kinds }: RotaParameters, kind: KindName, timeZone: string): BranchCalendar => {
  const { week, closures } = kinds[kind];
  const hours = week.map((text) => {
    const [open = '', close = ''] = text.split('-');
    return text === '' ? [] : [{ open, close }];
  });
  return {
    timeZone,
    weekly: Object.fromEntries(weekdays.map((day, i) => [day, hours[i] ?? []])),
    closures: closures.map(([from, to]) => ({ from, to, reason: 'closed' })),
  };
};

/** Returns the start of a run (with its warm-up) and its end, in epoch ms, and its number of days. */
export const spanOf = ({ start, days, warmUpDays, drainDays }: RotaParameters) => {
  const first = Date.parse(start);
  return {
    first,
    begins: first - warmUpDays * DAY,
    lastPlaced: first + days * DAY,
    ends: first + (days + drainDays) * DAY,
    days: warmUpDays + days + drainDays,
  };
};

const kindsInTurn = ({ kinds }: RotaParameters, chance: Chance): KindName[] =>
  (Object.keys(kinds) as KindName[])
    .flatMap((kind) => Array.from({ length: kinds[kind].libraries }, () => kind))
    .map((kind, i) => ({ kind, turn: chance('turn', i) }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ kind }) => kind);

/** Returns the libraries of a seed: kinds in random order of joining, in and around towns, each with its own properties. */
export const makeLibraries = (parameters: RotaParameters, chance: Chance): Library[] => {
  const { kinds, land, lends, answer, shelf, nightly, courier } = parameters;
  const { begins, days } = spanOf(parameters);
  const timelines = new Map<string, Pick<Library, 'calendar' | 'timeline'>>();
  const hoursOf = (kind: KindName, zone: string): Pick<Library, 'calendar' | 'timeline'> => {
    const name = `${kind} ${zone}`;
    const calendar = calendarOf(parameters, kind, zone);
    // Items are returned, and calendars are read, for some time after the end.
    const hours = timelines.get(name) ?? { calendar, timeline: timelineOf(calendar, begins, days + 60) };
    timelines.set(name, hours);
    return hours;
  };
  return kindsInTurn(parameters, chance).map((kind, index) => {
    const share = (name: string, draw = 0): number => chance(name, index, draw);
    const varied = (name: string, { median, spread }: { median: number; spread: number }): number =>
      logNormal(median, spread, share(name), share(name, 1));
    const town = Math.floor(share('town') * land.towns);
    const away = land.townRadius * Math.sqrt(share('away'));
    const x = chance('town-x', town) * land.width + away * Math.cos(2 * Math.PI * share('angle'));
    const y = chance('town-y', town) * land.height + away * Math.sin(2 * Math.PI * share('angle'));
    const zone = land.zones[x < land.width / 2 ? 0 : 1] ?? 'UTC';
    const policy = share('lends');
    const patrons = varied('patrons', kinds[kind].patrons);
    const size = (patrons / kinds[kind].patrons.median) ** parameters.holdingsBySize;
    return {
      ...{ index, kind, x, y },
      region: (x < land.width / 2 ? 0 : 1) + (y < land.height / 2 ? 0 : 2),
      member: `lib-${String(index + 1).padStart(2, '0')}`,
      patrons: Math.round(patrons),
      titles: Math.min(Math.round(varied('titles', kinds[kind].titles) * size), Math.floor(parameters.titles / 2)),
      lends: policy < lends.no ? 'no' : policy < lends.no + lends.freely ? 'freely' : 'on-request',
      nightly: share('nightly') < nightly.share,
      byPost: share('post') < courier.post.share,
      answerMinutes: varied('answer', { median: answer.median, spread: answer.between }),
      silent: answer.mostSilent * share('silent') ** 3,
      accuracy: shelf.best - (shelf.best - shelf.worst) * share('accuracy') ** 2,
      ...hoursOf(kind, zone),
    };
  });
};
