import * as z from 'zod';

/** By which rules copies of periodicals are counted: the guidelines of CONTU (USA), or none. */
export type CopyrightRuleSet = 'contu' | 'none';

const country = z.string().regex(/^[A-Z]{2}$/);
const ruleSet = z.enum(['contu', 'none']);
const perYear = z.int().min(1).max(1000);
const years = z.int().min(1).max(50);

/**
 * The limits on copies of articles for a member, by the law of its country (ISO 3166, two letters). `rules` follow from
 * the country when they are not set: CONTU in the USA, none elsewhere. CONTU allows `perYear` articles of one
 * periodical in a calendar year, published within the last `lastYears`, and as many of any other work, and requires
 * records for `keepYears` more whole calendar years of the requests that it covers (4). It does not cover articles
 * older than `lastYears` (1(a)): these are not counted, leave no record, and are sent as `US-CCL`. A member in another
 * country has its own limits.
 */
export const copyrightPolicySchema = z.strictObject({
  country,
  rules: ruleSet.exactOptional(),
  perYear: perYear.default(5),
  lastYears: years.default(5),
  keepYears: years.default(3),
  members: z
    .record(
      z.string().min(1).max(40),
      z.strictObject({
        country: country.exactOptional(),
        rules: ruleSet.exactOptional(),
        perYear: perYear.exactOptional(),
        lastYears: years.exactOptional(),
        keepYears: years.exactOptional(),
      }),
    )
    .default({}),
});
export type CopyrightPolicy = z.infer<typeof copyrightPolicySchema>;

/** The default until the consortium adopts its own: the guidelines as CONTU wrote them (1978). */
export const defaultCopyrightPolicy: CopyrightPolicy = {
  country: 'US',
  perYear: 5,
  lastYears: 5,
  keepYears: 3,
  members: {},
};

/** The rules that hold for one member. */
export type CopyrightRules = {
  country: string;
  rules: CopyrightRuleSet;
  perYear: number;
  lastYears: number;
  keepYears: number;
};

const RULES_OF_COUNTRY: Readonly<Record<string, CopyrightRuleSet>> = { US: 'contu' };

/**
 * The rules of a member: its own when the policy names it. In another country, the consortium's rule set does not
 * apply.
 */
export const copyrightRulesOf = (policy: CopyrightPolicy, memberId: string): CopyrightRules => {
  const { members, ...common } = policy;
  const own = members[memberId] ?? {};
  const abroad = own.country !== undefined && own.country !== common.country;
  const ruleName = own.rules ?? (abroad ? undefined : common.rules);
  const merged = { ...common, ...own };
  return { ...merged, rules: ruleName ?? RULES_OF_COUNTRY[merged.country] ?? 'none' };
};
