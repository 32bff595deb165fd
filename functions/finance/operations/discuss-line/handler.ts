import { holds } from '../../../../layers/kernel/identity/roles.ts';
import { actorName, staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { disputeStore } from '../../data/dispute-store.ts';
import { type Said, say } from '../../domain/statements/dispute.ts';
import { statementHouse } from '../../use-cases/statement-asked.ts';
import { contract } from './contract.ts';

const why = {
  'not-disputed': 'The member has not disputed this line.',
  'nothing-to-answer': 'It is decided already.',
  'thread-full': 'A hundred things were said of it.',
} as const;

export const handler = handle(
  contract,
  (runtime) => {
    const house = statementHouse(runtime);
    return { ...house, disputes: disputeStore(house.table) };
  },
  async ({ actor, path, body, now, keep }, { periods, statements, disputes, ids }) => {
    const by = actorName(actor);
    // Who is of the member speaks for it, also where the same person prepares the consortium's money.
    const ofMember = holds(staffOf(actor).grants, 'member-finance', { scope: 'member', member: path.memberId });
    if (ofMember && body.decides !== undefined) {
      return refuse(
        'not-yours-to-decide',
        'The consortium decides, by somebody who is not of the member.',
        '/body/decides',
      );
    }
    const { period } = await periods.load(path.month);
    const head = period.state === 'closed' ? await statements.head(period, path.memberId) : undefined;
    const lines = head ? (await statements.read(head)).lines : [];
    if (!lines.some(({ lineId }) => lineId === path.lineId)) return refuse('no-line', 'There is no such closed line.');
    const said: Said = { at: iso(now), by, side: ofMember ? 'member' : 'consortium', ...body };
    const before = await disputes.load(path);
    const dispute = say(before.dispute, path, said);
    if (typeof dispute === 'string') return refuse(dispute, why[dispute]);
    const audit = auditWrite({
      ...{ subject: `member:${path.memberId}`, at: said.at, auditId: ids.next('audit', now), by, did: 'discuss-line' },
      detail: { month: path.month, lineId: path.lineId, state: dispute.state },
    });
    const saved = await disputes.save(before, dispute, [audit, ...keep({ dispute })]);
    return saved ? answer({ dispute }) : refuse('changed-meanwhile', 'Look again.');
  },
);
