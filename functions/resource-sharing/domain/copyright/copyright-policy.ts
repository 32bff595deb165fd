import * as z from 'zod';

/** By which rules copies of periodicals are counted: the guidelines of CONTU (USA), or none. */
export type CopyrightRuleSet = 'contu' | 'none';

const country = z.string().regex(/^[A-Z]{2}$/);
const ruleSet = z.enum(['contu', 'none']);
const perYear = z.int().min(1).max(1000);
const years = z.int().min(1).max(50);

/**
 * What copies of articles a member may ask of other libraries, by the law of its country (ISO 3166, two letters). `rules`
 * follow from the country where they are not said: CONTU in the USA, none elsewhere. CONTU lets `perYear` articles of one
 * periodical pass in a calendar year, of what was published within the last `lastYears`, and out of any other work, and wants records kept for
 * `keepYears` whole calendar years more, of the requests to which its guidelines apply (4). They say themselves that they
 * apply in no way to articles older than `lastYears` (1(a)): these are not counted, leave no record, and go out as `US-CCL`.
 * A member in another country has its own.
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

/** What is read until the consortium says otherwise: the guidelines as CONTU wrote them (1978). */
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

/** The rules for a member: its own where the policy names it. In another country, the consortium's rule set is not taken along. */
export const copyrightRulesOf = (policy: CopyrightPolicy, memberId: string): CopyrightRules => {
  const { members, ...common } = policy;
  const own = members[memberId] ?? {};
  const abroad = own.country !== undefined && own.country !== common.country;
  const ruleName = own.rules ?? (abroad ? undefined : common.rules);
  const merged = { ...common, ...own };
  return { ...merged, rules: ruleName ?? RULES_OF_COUNTRY[merged.country] ?? 'none' };
};
