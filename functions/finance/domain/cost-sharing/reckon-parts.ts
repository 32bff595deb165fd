import { concerned } from './concerned.ts';
import { figureText, type MemberFigures } from './figures.ts';
import type { PartGuard } from './guard-schema.ts';
import { guardEffects } from './guards.ts';
import { ofOne } from './of-one.ts';
import type { Part } from './part-schema.ts';
import type { FormulaRefusal, PartLine, Reckoned, Reckoning } from './reckoning.ts';
import { shared } from './share.ts';

type Lines = ReadonlyMap<string, PartLine>;
type Combined = Extract<Part, { kind: 'sum-of' | 'max-of' | 'min-of' }>;
/** The effect of a part's guard, by member. */
export type PartGuardLines = { guard: PartGuard; lines: Lines };
/** A part's own lines, and the effects of its guards. */
export type ReckonedPart = { lines: Lines; guards: PartGuardLines[] };
type Refused = { refused: FormulaRefusal[] };

/** Returns what members pay for a part after its guards. */
const netOf = ({ lines, guards }: ReckonedPart): Lines =>
  new Map(
    [...lines].map(([id, line]) => {
      const amount = guards.reduce((sum, guard) => sum + (guard.lines.get(id)?.amount ?? 0n), line.amount);
      return [id, { ...line, amount }];
    }),
  );

type Titled = { title: string; line: PartLine };

/** Returns the alternative that is paid: the first of equal ones. */
const chosen = (kind: 'max-of' | 'min-of', lines: readonly Titled[]): PartLine | undefined => {
  const isBetter = (one: PartLine, other: PartLine): boolean =>
    kind === 'max-of' ? one.amount > other.amount : one.amount < other.amount;
  const [first, ...others] = lines;
  if (first === undefined) return undefined;
  const { title, line } = others.reduce((best, one) => (isBetter(one.line, best.line) ? one : best), first);
  const { amount, basis } = line;
  if (basis === undefined) return { amount, basis: { figure: kind, value: figureText(amount), rule: title } };
  return { amount, basis: { ...basis, rule: [basis.rule, `(${title})`].filter(Boolean).join(' ') } };
};

const combineOf = (kind: Combined['kind'], lines: readonly Titled[]): PartLine | undefined => {
  if (kind !== 'sum-of') return chosen(kind, lines);
  return lines.length === 0 ? undefined : { amount: lines.reduce((sum, { line }) => sum + line.amount, 0n) };
};

const combined = (part: Combined, members: readonly MemberFigures[], given: Reckoning): Reckoned => {
  const within = part.parts.map((one) => ({ title: one.title, reckoned: reckonPart(one, members, given) }));
  const refused = within.flatMap(({ reckoned }) => ('refused' in reckoned ? reckoned.refused : []));
  if (refused.length > 0) return { refused };
  const nets = within.flatMap(({ title, reckoned }) =>
    'refused' in reckoned ? [] : [{ title, lines: netOf(reckoned) }],
  );
  return new Map(
    members.flatMap(({ memberId }): [string, PartLine][] => {
      const own = nets.flatMap(({ title, lines }) => {
        const line = lines.get(memberId);
        return line ? [{ title, line }] : [];
      });
      const line = combineOf(part.kind, own);
      return line ? [[memberId, line]] : [];
    }),
  );
};

const linesOf = (part: Part, members: readonly MemberFigures[], given: Reckoning): Reckoned => {
  if (part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of') return combined(part, members, given);
  if (part.kind !== 'share') return new Map(members.map((member) => [member.memberId, ofOne(part, member, given)]));
  return members.length === 0 ? new Map() : shared(part, members, given);
};

/**
 * Calculates a part of a formula for all members that it applies to, exact to 1e-12, with its own guards: shares of a whole sum to it.
 * Other members have no line. Refuses a missing cost, a key without any weight, and a guard that the others cannot bear; call
 * `unusableFigures` first.
 */
export const reckonPart = (part: Part, all: readonly MemberFigures[], given: Reckoning): ReckonedPart | Refused => {
  const members = concerned(part, all, given);
  const lines = linesOf(part, members, given);
  if ('refused' in lines) return lines as Refused;
  const byMember = new Map(members.map((member) => [member.memberId, member]));
  let reckoned: ReckonedPart = { lines, guards: [] };
  for (const guard of part.guards ?? []) {
    const amounts = new Map([...netOf(reckoned)].map(([id, { amount }]) => [id, amount]));
    const effects = guardEffects(guard, amounts, byMember, given);
    if ('refused' in effects) return effects as Refused;
    const done = new Map([...effects].map(([id, amount]) => [id, { amount }]));
    reckoned = { lines, guards: [...reckoned.guards, { guard, lines: done }] };
  }
  return reckoned;
};
