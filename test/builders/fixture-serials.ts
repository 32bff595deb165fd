import { type Issue, type IssueStep, isAwaited } from '../../functions/acquisitions/domain/serials/issue.ts';
import type { PreviewedSeries } from '../../functions/acquisitions/domain/serials/pattern.ts';
import type { AllSeries, Subscription } from '../../functions/acquisitions/domain/serials/subscription.ts';
import { exampleIssue, exampleSubscription } from '../../functions/acquisitions/schemas/serials.ts';
import { previewIssues } from '../../functions/acquisitions/use-cases/preview-issues.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const day = (from: number): string => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

const issueOf = (number: number, expectedOn: string, over: Partial<Issue> = {}): Issue => ({
  ...{ ...exampleIssue, issueId: `${expectedOn}.1.basic.${number}`, place: number, on: expectedOn, expectedOn },
  ...{ label: `no.${number} (${expectedOn})`, numbers: [number] },
  ...over,
});
const usual = (): Issue[] => [
  issueOf(41, day(-70), { state: 'missing', reason: 'sold-out', v: 2 }),
  issueOf(42, day(-60), { claims: [{ number: 1, on: day(-20) }], v: 2 }),
  issueOf(43, day(-40)),
  issueOf(44, day(0)),
  issueOf(45, day(30)),
];
/** The subscription and its issues by the requests of a test. */
let issues = usual();
let subscription: Subscription = exampleSubscription;

/** The subscriptions of a library. */
export const fixtureSubscriptions = (): SceneAnswer => ({ json: { subscriptions: [subscription] } });

/** One subscription with what is held. */
export const fixtureSubscription = (): SceneAnswer => {
  const marc = ['853 20 $81$ano.$i(year)$j(month)$wm', '863 40 $81.1$a1-40$i2024-2026$j01-06'];
  const holdings = [{ kind: 'basic', statement: 'no.1 (2024:Jan.)-no.40 (2026:June)', marc }];
  return { json: { subscription, holdings, today: day(0) } };
};

/** A subscription as it was written. */
export const fixtureSubscriptionWritten = ({ body }: SceneCall): SceneAnswer => {
  const { series, v, ...terms } = body as Partial<Subscription> & { series?: AllSeries; v: number };
  const versions = series ? [...subscription.versions, series] : subscription.versions;
  subscription = { ...subscription, ...terms, versions, v: v + 1 };
  return { status: 201, json: subscription };
};

/** The issues of the subscription, the latest first. */
export const fixtureIssues = (): SceneAnswer => ({ json: { issues: issues.toReversed() } });

/** The issues that are expected until today. */
export const fixtureAwaitedIssues = (): SceneAnswer => {
  const rows = issues.filter((issue) => isAwaited(issue) && issue.expectedOn <= day(0));
  const { title, branchId } = exampleSubscription;
  return {
    json: {
      issues: rows.map((issue) => ({
        ...{ issue, title, branchId, vendor: 'MIDWEST', today: day(0), lateFrom: day(30) },
        due: issue.expectedOn < day(-30) ? 'claim' : 'nothing',
      })),
    },
  };
};

/** An issue after a step. */
export const fixtureIssueStep = ({ params, body }: SceneCall): SceneAnswer => {
  const { step } = body as { step: IssueStep };
  const found = issues.find(({ issueId }) => issueId === params.issueId) ?? issueOf(9, day(0));
  const received = step.act === 'receive' ? [{ at: `${day(0)}T09:00:00.000Z`, by: 'staff:stf_1' }] : [];
  const states: Partial<Record<IssueStep['act'], Issue['state']>> = {
    ...{ receive: 'arrived', missing: 'missing', 'not-issued': 'not-issued' },
  };
  const after: Issue = {
    ...{ ...found, received, state: states[step.act] ?? 'expected', v: found.v + 1 },
    ...(step.act === 'missing' && { reason: step.reason }),
    ...(step.act === 'delay' && { delayedUntil: step.until }),
  };
  issues = issues.map((issue) => (issue.issueId === after.issueId ? after : issue));
  const goes = { destination: 'routing', routing: ['Reading room', 'Grace Oyelaran'] };
  return { json: { issue: after, ...(step.act === 'receive' && goes) } };
};

/** Claims: what is asked for is claimed, but the first issue arrived meanwhile. */
export const fixtureClaims = ({ body }: SceneCall): SceneAnswer => {
  const asked = (body as { issues: { subscriptionId: string; issueId: string }[] }).issues;
  const { title, issn } = exampleSubscription;
  const claimed = asked.slice(1).map(({ issueId }) => ({
    ...{ title, issn, vendor: 'MIDWEST', label: `no.${issueId.split('.').at(-1)}`, copies: 1, number: 1 },
    expectedOn: issueId.slice(0, 10),
  }));
  return { json: { claimed, dropped: asked.slice(0, 1) } };
};

/** What a pattern predicts, or what MARC fields describe. */
export const fixtureIssuePreview = ({ body }: SceneCall): SceneAnswer => {
  const { count, of } = body as { count: number; of: { series?: PreviewedSeries[]; mfhd?: string } };
  if (of.mfhd?.includes('$w20')) {
    const read = previewIssues({ mfhd: of.mfhd, language: 'en' }, count);
    return 'ok' in read ? { json: read.ok } : { status: 422, json: read };
  }
  const example = exampleSubscription.versions[0]?.basic;
  const [asked] = of.series ?? [];
  const pattern = asked?.pattern ?? example?.pattern;
  const first = asked?.first ?? { on: '2027-01-01', numbers: [9, 1] };
  const marc = '853 20 $81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01';
  const predicted = [1, 2].map((number) => ({
    ...{ kind: 'basic', on: `2027-0${number}-01`, label: `v.9:no.${number} (2027)`, isSkipped: number === 2 },
  }));
  return { json: { series: [{ kind: 'basic', pattern, first }], marc: [marc], issues: predicted } };
};

/** Further predicted issues. */
export const fixturePrediction = (): SceneAnswer => {
  const more = issueOf(46, day(60));
  issues = [...issues, more];
  subscription = { ...subscription, v: subscription.v + 1 };
  return { json: subscription };
};
