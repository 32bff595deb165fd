import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { DisputeStore } from '../data/dispute-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import { type Contribution, contribute, type Dispute } from '../domain/statements/dispute.ts';

type Deps = { periods: PeriodStore; statements: StatementStore; disputes: DisputeStore; ids: Ids };
type Input = {
  line: Pick<Dispute, 'month' | 'memberId' | 'lineId'>;
  contribution: Pick<Contribution, 'text' | 'decides' | 'amount' | 'reopens'>;
  by: string;
  /** Whether the caller acts for the member, and not for the consortium. */
  ofMember: boolean;
  now: number;
  keep: Keep<{ dispute: Dispute }>;
};

const why = {
  'not-disputed': 'The member has not disputed this line.',
  'nothing-to-answer': 'It is decided already.',
  'own-decision': 'Who upheld it does not decline or lower it, and who corrected the line does not uphold it.',
  'beyond-line': 'At most the amount of the line can be upheld.',
  'thread-full': 'The dispute holds a hundred contributions already.',
} as const;

/** Adds what a member or the consortium states about a line of a closed statement to its dispute. */
export const discussLine = async (
  { periods, statements, disputes, ids }: Deps,
  { line, contribution, by, ofMember, now, keep }: Input,
) => {
  if (ofMember ? contribution.decides !== undefined : contribution.reopens)
    return refuse(
      'not-yours-to-decide',
      'The consortium decides, by somebody who is not of the member; the member reopens.',
      ofMember ? '/body/decides' : '/body/reopens',
    );
  const { month, memberId, lineId } = line;
  const { period } = await periods.load(month);
  const head = period.state === 'closed' ? await statements.head(period, memberId) : undefined;
  const lines = head ? (await statements.read(head)).lines : [];
  const disputed = lines.find((one) => one.lineId === lineId);
  if (!disputed) return refuse('no-line', 'There is no such closed line.');
  const at = iso(now);
  const before = await disputes.load(line);
  const side = ofMember ? 'member' : 'consortium';
  const dispute = contribute(before.dispute, line, { at, by, side, ...contribution }, Math.abs(disputed.amount));
  if (typeof dispute === 'string') return refuse(dispute, why[dispute]);
  const audit = auditWrite({
    ...{ subject: `member:${memberId}`, at, auditId: ids.next('audit', now), by, did: 'discuss-line' },
    detail: { month, lineId, state: dispute.state },
  });
  const saved = await disputes.save(before, dispute, [audit, ...keep({ dispute })]);
  return saved ? answer({ dispute }) : refuse('changed-meanwhile', 'Look again.');
};
