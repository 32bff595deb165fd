import type { operations } from '../../../api/current-user.ts';
import { parts, rowsOf, trimmed, unlessEmpty, yes } from '../../../components/policy-columns.ts';
import type { PolicyValues } from '../../../components/policy-values.ts';
import type { PolicyVersion } from '../../../components/policy-versions.ts';
import { type MethodName, methods } from '../shared/voting.ts';

export type BylawsVersion = PolicyVersion<'bylaws'>;
/** Bylaws as they are adopted. */
export type Bylaws = operations['governance-preview-bylaws']['requestBody']['content']['application/json'];
type DecisionRule = Bylaws['rules'][number];
type Fraction = { numerator: number; denominator: number };

export const comparisons = ['more-than', 'at-least', 'plus-one'] as const;
export const bases = ['yes-and-no', 'cast', 'entitled'] as const;
export const units = ['heads', 'weight', 'both'] as const;
export const quorumUnits = ['heads', 'weight'] as const;
export const shownWhen = ['after-close', 'at-once'] as const;
export const leavers = ['stand', 'strike'] as const;

/** Returns whether a text is the code of a method. */
export const isMethod = (text: string): text is MethodName => methods.some((one) => one === text);

const oneOf = <T extends string>(values: readonly [T, ...T[]], text: string | undefined): T =>
  values.find((value) => value === text) ?? values[0];

const MOST = 1_000_000;

/** Reads a fraction such as 2/3; undefined when the text is none, or more than the whole. */
export const fractionOf = (text: string): Fraction | undefined => {
  const [, numerator = 0, denominator = 0] = (/^(\d{1,7})\s*\/\s*(\d{1,7})$/.exec(text.trim()) ?? []).map(Number);
  return numerator > 0 && numerator <= denominator && denominator <= MOST ? { numerator, denominator } : undefined;
};

/** Accepts the text of a fraction. */
export const isFraction = (text: string): number | undefined => (fractionOf(text) ? 0 : undefined);

const fractionText = (fraction: Fraction | undefined): string =>
  fraction ? `${fraction.numerator}/${fraction.denominator}` : '';

const whole: Fraction = { numerator: 1, denominator: 2 };

const usual: Bylaws = {
  ...{ zone: 'UTC', members: [], leavers: 'stand', reBases: false },
  rules: [
    {
      ...{ code: 'ordinary', name: 'Ordinary decision', decides: [], supporters: 0, leastDays: 7 },
      votesShown: 'after-close',
      rule: {
        quorum: { of: whole, compare: 'more-than', unit: 'heads', abstentionsCount: true },
        majority: { of: whole, compare: 'more-than', base: 'yes-and-no', unit: 'heads' },
        ...{ vetoes: [], recusalReducesBase: true },
      },
    },
  ],
};

/** Returns bylaws as typed; the usual ones without a version. */
export const bylawsValues = (version: BylawsVersion | undefined): PolicyValues => {
  const body: Bylaws = version?.body ?? usual;
  return {
    texts: {
      ...{
        zone: body.zone,
        leavers: body.leavers,
        reBases: yes(body.reBases),
        alternates: yes(body.alternates ?? false),
      },
      proxies: body.proxies ? String(body.proxies.mostPerHolder) : '',
      ...{ proxyWeight: fractionText(body.proxies?.mostWeight), exceptionsBy: body.exceptionsBy ?? '' },
    },
    lists: {
      rules: body.rules.map(
        ({
          code,
          name,
          decides,
          supporters,
          leastDays,
          amendDays,
          votesShown,
          methods: allowed = [],
          secret,
          rule,
        }) => ({
          texts: {
            ...{
              code,
              name,
              decides: decides.join(', '),
              supporters: String(supporters),
              leastDays: String(leastDays),
            },
            ...{ votesShown, methods: allowed.join(', '), amendDays: amendDays === undefined ? '' : String(amendDays) },
            ...{ quorum: fractionText(rule.quorum?.of), quorumCompare: rule.quorum?.compare ?? 'more-than' },
            ...{ quorumUnit: rule.quorum?.unit ?? 'heads', abstentions: yes(rule.quorum?.abstentionsCount ?? true) },
            ...{ majority: fractionText(rule.majority.of), majorityCompare: rule.majority.compare },
            ...{ base: rule.majority.base, unit: rule.majority.unit, floor: fractionText(rule.floor?.of) },
            ...{ refusedBy: fractionText(rule.refusedBy?.of), cap: fractionText(rule.cap) },
            recusalReducesBase: yes(rule.recusalReducesBase),
            secretFewest: secret ? String(secret.fewest) : '',
          },
        }),
      ),
      vetoes: body.rules.flatMap(({ code, rule }) =>
        rule.vetoes.map(({ chamber, of }) => ({ texts: { rule: code, chamber, of: fractionText(of) } })),
      ),
      members: body.members.map(({ memberId, weight, chamber = '', votes }) => ({
        texts: { memberId, weight, chamber, votes: yes(votes) },
      })),
    },
  };
};

const is = (text: string | undefined): boolean => text === 'yes';

const proxiesOf = ({ proxies = '', proxyWeight = '' }: Readonly<Record<string, string>>): Pick<Bylaws, 'proxies'> => {
  if (proxies.trim() === '') return {};
  const mostWeight = fractionOf(proxyWeight);
  return { proxies: { mostPerHolder: Number(proxies), ...(mostWeight && { mostWeight }) } };
};

// A code that is none is sent as it is, so that the answer says so.
const methodsOf = (text: string | undefined): Pick<DecisionRule, 'methods'> => {
  const allowed = parts(text);
  return allowed.length > 0 ? { methods: allowed as MethodName[] } : {};
};

/** Returns bylaws with the values as typed. */
export const withBylawsValues = (values: PolicyValues): Bylaws => {
  const rows = rowsOf(values);
  const ruleOf = (row: Readonly<Record<string, string>>): DecisionRule['rule'] => {
    const quorum = fractionOf(row.quorum ?? '');
    const floor = fractionOf(row.floor ?? '');
    const refusedBy = fractionOf(row.refusedBy ?? '');
    const cap = fractionOf(row.cap ?? '');
    return {
      ...(quorum && {
        quorum: {
          ...{ of: quorum, compare: oneOf(comparisons, row.quorumCompare), unit: oneOf(quorumUnits, row.quorumUnit) },
          abstentionsCount: is(row.abstentions),
        },
      }),
      majority: {
        ...{ of: fractionOf(row.majority ?? '') ?? whole, compare: oneOf(comparisons, row.majorityCompare) },
        ...{ base: oneOf(bases, row.base), unit: oneOf(units, row.unit) },
      },
      ...(floor && { floor: { of: floor } }),
      ...(refusedBy && { refusedBy: { of: refusedBy, compare: 'more-than' } }),
      ...(cap && { cap }),
      vetoes: rows('vetoes').flatMap(({ rule, chamber, of = '' }) => {
        const fraction = fractionOf(of);
        return fraction && trimmed(rule) === trimmed(row.code) ? [{ chamber: trimmed(chamber), of: fraction }] : [];
      }),
      recusalReducesBase: is(row.recusalReducesBase),
    };
  };
  return {
    ...{
      zone: trimmed(values.texts.zone),
      leavers: oneOf(leavers, values.texts.leavers),
      reBases: is(values.texts.reBases),
    },
    ...(is(values.texts.alternates) && { alternates: true as const }),
    ...proxiesOf(values.texts),
    ...unlessEmpty('exceptionsBy', values.texts.exceptionsBy),
    rules: rows('rules').map((row) => ({
      ...{ code: trimmed(row.code), name: trimmed(row.name), decides: parts(row.decides), rule: ruleOf(row) },
      ...{ supporters: Number(row.supporters), leastDays: Number(row.leastDays) },
      ...((row.amendDays ?? '').trim() !== '' && { amendDays: Number(row.amendDays) }),
      votesShown: oneOf(shownWhen, row.votesShown),
      ...methodsOf(row.methods),
      ...((row.secretFewest ?? '').trim() !== '' && { secret: { fewest: Number(row.secretFewest) } }),
    })),
    members: rows('members').map(({ memberId, weight, chamber, votes }) => ({
      ...{ memberId: trimmed(memberId), weight: trimmed(weight) || '1', votes: votes !== 'no' },
      ...unlessEmpty('chamber', chamber),
    })),
  };
};
