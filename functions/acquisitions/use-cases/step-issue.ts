import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SerialDeps } from '../deps.ts';
import {
  afterIssueStep,
  type Destination,
  destinationOf,
  type Issue,
  type IssueStep,
  isHeld,
} from '../domain/serials/issue.ts';
import { needsPrediction, type Subscription, withNextYear } from '../domain/serials/subscription.ts';
import { branchDay } from './branch-day.ts';
import { itemsOfIssue } from './issue-items.ts';

type Answer = { issue: Issue; destination?: Destination; routing?: string[] };
type Input = {
  place: { memberId: string; subscriptionId: string; issueId: string };
  asked: { step: IssueStep; v: number };
  by: string;
  now: number;
  keep: Keep<Answer>;
};

const details: Record<'issue-state' | 'bad-copies' | 'item-was-made', string> = {
  'issue-state': 'The state of the issue does not allow it.',
  'bad-copies': 'So many copies are not missing, or not received.',
  'item-was-made': 'An item was made of the copy.',
};

/** Returns the further issues that are predicted when few are left after one that arrived. */
const further = async (deps: SerialDeps, { now }: Input, subscription: Subscription, issue: Issue) => {
  if (!needsPrediction(subscription, issue)) return { issues: [] };
  const planned = withNextYear(
    { ...subscription, v: subscription.v + 1 },
    await branchDay(deps, subscription.branchId, now),
  );
  return planned.issues.length > 0 ? planned : { issues: [] };
};

/** The first copy goes round; those that arrive later go to the shelf. */
const answerOf = (issue: Issue, before: Issue, { act }: IssueStep, subscription: Subscription): Answer => {
  if (act !== 'receive') return { issue };
  if (isHeld(before)) return { issue, destination: 'shelf' };
  const destination = destinationOf(subscription, issue.received[0]?.itemId !== undefined);
  return { issue, destination, ...(destination !== 'shelf' && { routing: subscription.routing }) };
};

/**
 * Receives copies of an issue, takes them back, or records why it does not come. The issue changes as it was read, so that two people
 * receive it once. Its items, and further predicted issues where few are left, are made in the same write.
 */
export const stepIssue = (deps: SerialDeps, input: Input) =>
  retryOnConflict(`Issue ${input.place.issueId}`, async () => {
    const { place, asked, by, now, keep } = input;
    const { subscriptions } = deps;
    const [issue, subscription] = await Promise.all([subscriptions.issue(place), subscriptions.get(place)]);
    if (!issue || !subscription) return refuse('unknown-issue', 'The library has no such issue.', '/path/issueId');
    if (issue.v !== asked.v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
    const { step } = asked;
    const barcodes = step.act === 'receive' ? (step.barcodes ?? []) : [];
    const items = await itemsOfIssue(deps, subscription, issue, barcodes, now);
    if ('refused' in items) return items;
    const after = afterIssueStep(issue, step, { by, at: iso(now), itemIds: items.itemIds });
    if (typeof after === 'string') return refuse(after, details[after], '/body/step');
    const more = step.act === 'receive' ? await further(deps, input, subscription, issue) : { issues: [] };
    const done = answerOf(after, issue, step, subscription);
    const beside = [...items.writes, ...keep(done)];
    if (await subscriptions.put({ ...more, issues: [after, ...more.issues], beside })) return answer(done);
    const taken = barcodes.length > 0 && (await subscriptions.issue(place))?.v === asked.v;
    // The issue is as it was read, so that what another one has is the barcode, or the subscription changed meanwhile.
    const isSame = taken && (await subscriptions.get(place))?.v === subscription.v;
    return isSame
      ? refuse('barcode-taken', 'Another item bears one of the barcodes.', '/body/step/barcodes')
      : undefined;
  });
