import { absent, below, type Condition, equals } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type CopyFate, type CountedCopy, copyFate, copyToCount } from '../domain/copyright/copy-count.ts';
import { type CopyrightPolicy, type CopyrightRules, copyrightRulesOf } from '../domain/copyright/copyright-policy.ts';
import { complianceCode } from '../domain/copyright/decision.ts';
import { isNamedPeriodical, periodicalNames } from '../domain/copyright/periodical.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import { type CopyRecord, count, countKey, type DecidedCopy, record } from './copyright-rows.ts';
import { joinedPeriodicals, type PeriodicalYear } from './copyright-years.ts';
import { gsi2, key } from './keys.ts';
import { countedNames } from './periodical-links.ts';

/** The counts of the same periodical under its other names; the writes require them unchanged, and store the names. */
type Elsewhere = { counted: number; writes: Write[] };
const nowhere: Elsewhere = { counted: 0, writes: [] };

const writesOf = (
  copy: CountedCopy,
  rules: CopyrightRules,
  decided: DecidedCopy | undefined,
  more: { when?: Condition; elsewhere?: Elsewhere } = {},
): Write[] => {
  const { when = absent(), elsewhere = nowhere } = more;
  const { requestId, memberId, year, periodical, retainedUntil: until, article } = copy;
  const expiresAt = Math.floor(Date.parse(until) / 1000);
  const { retainedUntil: _, ...fields } = copy;
  const compliance = complianceCode(rules.country, decided?.decision.kind ?? 'within');
  const { title } = article;
  const named = { entity: 'copyrightCount', schema: 1, memberId, year, periodical, expiresAt, ...(title && { title }) };
  const counter = { update: countKey(copy), set: named };
  const put = {
    ...key('copyrightCopy', { requestId }),
    ...gsi2('copyrightCopy', { memberId, year, periodical, requestId }),
    ...stamp('copyrightCopy', 1),
    ...{ ...fields, compliance, state: 'asked', expiresAt, ...(decided && { decided }) },
  };
  const counting = decided
    ? { ...counter, add: { beyond: 1 } }
    : { ...counter, add: { counted: 1 }, when: below('counted', rules.perYear - elsewhere.counted) };
  return [counting, { put, when }, ...elsewhere.writes];
};

/**
 * Builds the writes that count a copy which staff allowed beyond the limit, for the transaction of `let-through`. `on`
 * is the member's local day. None when the request does not count.
 */
export const letThroughWrites = (
  request: LoanRequest,
  policy: CopyrightPolicy,
  on: string,
  decided: DecidedCopy,
): Write[] => {
  const rules = copyrightRulesOf(policy, request.requesterMember);
  const copy = copyToCount(request, rules, on);
  return copy ? writesOf(copy, rules, decided) : [];
};

/** Builds the write that records the outcome of a counted copy. */
const ended = (requestId: string, state: CopyFate, endedAt: string): Write => ({
  update: key('copyrightCopy', { requestId }),
  set: { state, endedAt },
  when: equals('state', 'asked'),
});

/** The copies that count, by member, calendar year and periodical. */
export type CopyrightStore = {
  /**
   * Builds the writes that count a request's copy, for the transaction that allows it to be sent. The limit is a
   * condition of the writes, so that parallel requests cannot exceed it. None when it does not count or is counted
   * already; 'copyright-limit' when the limit is reached and staff must review the request. `on` is the member's local
   * day.
   */
  judge(request: LoanRequest, policy: CopyrightPolicy, on: string): Promise<Write[] | 'copyright-limit'>;
  /**
   * Builds the writes that count a changed request again: under its new periodical, with the earlier count reversed.
   * `decided` allows it beyond the limit. `at` (ISO instant) is now, `on` the member's local day.
   */
  judgeAgain(
    request: LoanRequest,
    policy: CopyrightPolicy,
    when: { on: string; at: string },
    decided?: DecidedCopy,
  ): Promise<Write[] | 'copyright-limit'>;
  /** Returns the compliance statement to send with a request (ISO 18626 copyrightCompliance); none for a loan. */
  statement(request: LoanRequest, policy: CopyrightPolicy): Promise<string | undefined>;
  /** Returns the copy by which a request counts; strongly read. */
  ofRequest(requestId: string): Promise<CopyRecord | undefined>;
  /**
   * Builds the writes for a step's transaction: when the step ends a counted request, its record states so, and an
   * unfilled copy no longer counts. None for other steps and uncounted requests.
   */
  endWrites(before: LoanRequest, after: LoanRequest, at: string): Promise<Write[]>;
  /**
   * Lists a member's year by periodical, a page of periodicals with all their copies; names that count together are
   * one.
   */
  list(memberId: string, year: string, paging: PageRequest): Promise<CursorPage<PeriodicalYear> | 'bad-cursor'>;
};

/** The counted copies in the table. */
export const copyrightStore = (table: Table): CopyrightStore => {
  const ofRequest = async (requestId: string): Promise<CopyRecord | undefined> => {
    const item = await table.get(key('copyrightCopy', { requestId }), { strong: true });
    return item && record.parse(item);
  };
  const countedOf = async (copy: CountedCopy): Promise<number> => {
    const item = await table.get(countKey(copy), { strong: true });
    return item ? count.parse(item).counted : 0;
  };
  /** The copy under the name by which its periodical counts, and its counts under other names. */
  const named = async (copy: CountedCopy): Promise<{ copy: CountedCopy; others: string[]; elsewhere: Elsewhere }> => {
    if (!isNamedPeriodical(copy.periodical)) return { copy, others: [], elsewhere: nowhere };
    const { name, others, writes } = await countedNames(table, periodicalNames(copy.article), copy.periodical);
    const counts = await Promise.all(others.map((periodical) => countedOf({ ...copy, periodical })));
    const checks = others.map((periodical, i): Write => {
      const expected = below('counted', (counts[i] ?? 0) + 1);
      return { check: countKey({ ...copy, periodical }), when: expected };
    });
    const counted = counts.reduce((sum, one) => sum + one, 0);
    return { copy: { ...copy, periodical: name }, others, elsewhere: { counted, writes: [...checks, ...writes] } };
  };
  return {
    judge: async (request, policy, on) => {
      const rules = copyrightRulesOf(policy, request.requesterMember);
      const cited = copyToCount(request, rules, on);
      if (cited === undefined || (await ofRequest(cited.requestId))) return [];
      const { copy, elsewhere } = await named(cited);
      const before = (await countedOf(copy)) + elsewhere.counted;
      return before < rules.perYear ? writesOf(copy, rules, undefined, { elsewhere }) : 'copyright-limit';
    },
    judgeAgain: async (request, policy, { on, at }, decided) => {
      const rules = copyrightRulesOf(policy, request.requesterMember);
      const cited = copyToCount(request, rules, on);
      const found = cited && (await named(cited));
      const copy = found?.copy;
      const before = await ofRequest(request.requestId);
      const counts = before?.state === 'asked' ? before : undefined;
      const isSame = counts?.periodical === copy?.periodical || found?.others.includes(counts?.periodical ?? '');
      if (isSame) return [];
      const back = counts ? [{ update: countKey(counts), add: { [counts.decided ? 'beyond' : 'counted']: -1 } }] : [];
      if (copy === undefined) return [...back, ended(request.requestId, 'not-filled', at)];
      const { elsewhere = nowhere } = found ?? {};
      const all = (await countedOf(copy)) + elsewhere.counted;
      if (!decided && all >= rules.perYear) return 'copyright-limit';
      const when = before ? equals('state', before.state) : absent();
      return [...back, ...writesOf(copy, rules, decided, { when, elsewhere })];
    },
    statement: async (request, policy) => {
      if (request.service === 'loan') return undefined;
      const counted = await ofRequest(request.requestId);
      const { country } = copyrightRulesOf(policy, request.requesterMember);
      return counted?.compliance ?? complianceCode(country, 'not-counted');
    },
    ofRequest,
    endWrites: async (before, after, at) => {
      const fate = after.service === 'loan' ? undefined : copyFate(before, after);
      const copy = fate && (await ofRequest(after.requestId));
      if (!fate || copy?.state !== 'asked' || copy.expiresAt * 1000 <= Date.parse(at)) return [];
      const noted = ended(copy.requestId, fate, at);
      const back = { update: countKey(copy), add: { [copy.decided ? 'beyond' : 'counted']: -1 } };
      return fate === 'filled' ? [noted] : [noted, back];
    },
    list: async (memberId, year, paging) => {
      const { pk: partition, sk } = key('copyrightCount', { memberId, year, periodical: '-' });
      const page = await readPage(table, { partition, begins: sk.slice(0, -1) }, paging, (item) => count.parse(item));
      if (page === 'bad-cursor') return page;
      return { ...page, rows: await joinedPeriodicals(table, { memberId, year }, page.rows) };
    },
  };
};
