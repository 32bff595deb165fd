import type { MonthsSince } from '../../../patrons/public/patron-uses.ts';
import { type Channel, channels } from './channel.ts';

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
  /** The patron's counters before; a check-in reads no patron. */
  counters?: { loans: number; holds: number; owed: number };
  /** How long ago the patron's earlier uses were. */
  since?: MonthsSince;
};

const MARK = '~';
const EQUIPMENT = { true: 'e', false: 'n' } as const;
const RULE = 'r:';
const MADE = 'm:';
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

/** Packs a context into a line beside the facts of the write: the record of an item has 1 KB. The relay leaves it out of the facts. */
export const packContext = ({ zone, channel, counters, since, equipment, rule, madeAt }: DecisionContext): string =>
  [
    `${MARK}${zone}`,
    `${channels.indexOf(channel)}${equipment === undefined ? '' : EQUIPMENT[`${equipment}`]}`,
    ...(counters ? [`${counters.loans}.${counters.holds}.${counters.owed}`] : []),
    ...(counters && since ? [[since.use, since.loan, since.loanHere].map(figure).join('.')] : []),
    ...(rule ? [`${RULE}${rule.version}:${encodeURIComponent(rule.id)}`] : []),
    ...(madeAt === undefined ? [] : [`${MADE}${Date.parse(madeAt).toString(36)}`]),
  ].join(' ');

/** Returns the context among the lines of a write's facts; undefined for a write without one. */
export const contextIn = (encodedFacts: string | undefined): DecisionContext | undefined => {
  const line = encodedFacts?.split('\n').find((one) => one.startsWith(MARK));
  if (line === undefined) return undefined;
  const tokens = line.slice(MARK.length).split(' ');
  const rule = ruleIn(tokens.find((one) => one.startsWith(RULE)));
  const [zone = '', channel = '', counters, since] = tokens.filter(
    (one) => !one.startsWith(RULE) && !one.startsWith(MADE),
  );
  const [loans = 0, holds = 0, owed = 0] = counters?.split('.').map(Number) ?? [];
  const [use, loan, loanHere] = since?.split('.') ?? [];
  return {
    zone,
    channel: channels[Number.parseInt(channel, 10)] ?? 'system',
    ...equipmentIn(channel),
    ...(rule && { rule }),
    ...madeIn(tokens.find((one) => one.startsWith(MADE))),
    ...(counters !== undefined && { counters: { loans, holds, owed } }),
    ...(since !== undefined && {
      since: { use: figureOf(use), loan: figureOf(loan), loanHere: figureOf(loanHere) },
    }),
  };
};
