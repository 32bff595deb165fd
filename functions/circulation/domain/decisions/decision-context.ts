import type { MonthsSince } from '../../../patrons/public/patron-uses.ts';
import { type Channel, channels } from './channel.ts';
import type { residenceSides } from './decision-fact.ts';

/** The circumstances of a decision that the records which it writes do not show afterwards. */
export type DecisionContext = {
  /** The time zone of the calendar by which it was decided. */
  zone: string;
  channel: Channel;
  /** When a desk without a network made it (C87), where that is not the time of the write. */
  madeAt?: string;
  /** Whether the loan rules in force name the item's type as equipment; absent where no rules were read. */
  equipment?: boolean;
  /** The loan rule that permitted a hold for the first copy that can fill it, and the version of the rules. */
  rule?: { id: string; version: number };
  /** The side of the rule's condition on residence that the patron met, where it has one. */
  residence?: (typeof residenceSides)[number];
  /** The patron's counters before; a check-in reads no patron. `overdue` and `accrued` where the loans were read. */
  counters?: { loans: number; holds: number; owed: number; overdue?: number; accrued?: number };
  /** The patron's loans before in each limit group of the loan, in the order of these; null where no limit tested the group. */
  groups?: (number | null)[];
  /** How long ago the patron's earlier uses were. */
  since?: MonthsSince;
};

const MARK = '~';
const EQUIPMENT = { true: 'e', false: 'n' } as const;
const RULE = 'r:';
const MADE = 'm:';
const GROUPS = 'g:';
const RESIDENCE = { in: 'h:i', 'not-in': 'h:o' } as const;
/** Each further circumstance has a letter; the others are known by their place. */
const LETTERED = /^[a-z]:/;
/** Returns the time that a desk without a network gave, packed as milliseconds in base 36. */
const madeIn = (token: string | undefined): { madeAt?: string } =>
  token === undefined ? {} : { madeAt: new Date(Number.parseInt(token.slice(MADE.length), 36)).toISOString() };
/** Returns the flag that the channel's token has; the channel itself is its number. */
const equipmentIn = (token: string): { equipment?: boolean } => {
  const flag = token.at(-1);
  return flag === EQUIPMENT.true || flag === EQUIPMENT.false ? { equipment: flag === EQUIPMENT.true } : {};
};
const ruleIn = (token: string | undefined): DecisionContext['rule'] => {
  const [version = '', ...id] = token?.slice(RULE.length).split(':') ?? [];
  return token === undefined ? undefined : { id: decodeURIComponent(id.join(':')), version: Number(version) };
};
const figure = (value: number | null): string => (value === null ? '-' : String(value));
const figureOf = (text = '-'): number | null => (text === '-' ? null : Number(text));

const countersLine = ({ loans, holds, owed, overdue, accrued }: NonNullable<DecisionContext['counters']>): string => {
  const open = overdue === undefined && accrued === undefined ? [] : [overdue ?? null, accrued ?? null];
  return [loans, holds, owed, ...open].map(figure).join('.');
};
const countersIn = (token: string | undefined): Pick<DecisionContext, 'counters'> => {
  if (token === undefined) return {};
  const [loans, holds, owed, overdue, accrued] = token.split('.').map(figureOf);
  return {
    counters: {
      ...{ loans: loans ?? 0, holds: holds ?? 0, owed: owed ?? 0 },
      ...(typeof overdue === 'number' && { overdue }),
      ...(typeof accrued === 'number' && { accrued }),
    },
  };
};
const sinceIn = (token: string | undefined): Pick<DecisionContext, 'since'> => {
  if (token === undefined) return {};
  const [use, loan, loanHere] = token.split('.');
  return { since: { use: figureOf(use), loan: figureOf(loan), loanHere: figureOf(loanHere) } };
};
const groupsIn = (token: string | undefined): Pick<DecisionContext, 'groups'> =>
  token === undefined ? {} : { groups: token.slice(GROUPS.length).split('.').map(figureOf) };
const residenceIn = (tokens: readonly string[]): Pick<DecisionContext, 'residence'> => {
  if (tokens.includes(RESIDENCE.in)) return { residence: 'in' };
  return tokens.includes(RESIDENCE['not-in']) ? { residence: 'not-in' } : {};
};

/** Packs a context into a line beside the facts of the write: the record of an item has 1 KB. The relay leaves it out of the facts. */
export const packContext = (context: DecisionContext): string => {
  const { zone, channel, counters, since, equipment, rule, madeAt, groups, residence } = context;
  return [
    `${MARK}${zone}`,
    `${channels.indexOf(channel)}${equipment === undefined ? '' : EQUIPMENT[`${equipment}`]}`,
    ...(counters ? [countersLine(counters)] : []),
    ...(counters && since ? [[since.use, since.loan, since.loanHere].map(figure).join('.')] : []),
    ...(rule ? [`${RULE}${rule.version}:${encodeURIComponent(rule.id)}`] : []),
    ...(residence ? [RESIDENCE[residence]] : []),
    ...(groups ? [`${GROUPS}${groups.map(figure).join('.')}`] : []),
    ...(madeAt === undefined ? [] : [`${MADE}${Date.parse(madeAt).toString(36)}`]),
  ].join(' ');
};

/** Returns the context among the lines of a write's facts; undefined for a write without one. */
export const contextIn = (encodedFacts: string | undefined): DecisionContext | undefined => {
  const line = encodedFacts?.split('\n').find((one) => one.startsWith(MARK));
  if (line === undefined) return undefined;
  const tokens = line.slice(MARK.length).split(' ');
  const lettered = (mark: string): string | undefined => tokens.find((one) => one.startsWith(mark));
  const rule = ruleIn(lettered(RULE));
  const [zone = '', channel = '', counters, since] = tokens.filter((one) => !LETTERED.test(one));
  return {
    zone,
    channel: channels[Number.parseInt(channel, 10)] ?? 'system',
    ...equipmentIn(channel),
    ...(rule && { rule }),
    ...residenceIn(tokens),
    ...groupsIn(lettered(GROUPS)),
    ...madeIn(lettered(MADE)),
    ...countersIn(counters),
    ...sinceIn(since),
  };
};
