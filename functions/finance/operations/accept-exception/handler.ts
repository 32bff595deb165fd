import { exactText } from '../../../../layers/kernel/money/exact.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Acceptance } from '../../domain/cloud-bills/acceptance.ts';
import { reconciliationHouse, reconciliationView } from '../../use-cases/reconciliations.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  reconciliationHouse,
  async ({ actor, path: { month }, body, now }, { bills, reconciled, ids }) => {
    const read = await reconciled(month, now);
    if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
    const exception = read.found?.reconciliation.exceptions.find(({ id }) => id === body.exceptionId);
    if (!exception) return refuse('unknown-exception', `${month} has no ${body.exceptionId}.`, '/body/exceptionId');
    const difference = exactText(exception.difference);
    if (difference !== body.difference)
      return refuse('difference-moved', `The difference is ${difference} now.`, '/body/difference');
    const acceptance: Acceptance = { ...body, by: actorName(actor), at: iso(now) };
    const { billId } = read.found?.bill ?? {};
    const accepted = await bills.accept(month, acceptance, {
      ...{ subject: `platform-month:${month}`, at: acceptance.at, auditId: ids.next('audit', now) },
      ...{ by: acceptance.by, did: 'exception-accepted', detail: { billId, ...body } },
    });
    if (accepted === 'approved')
      return refuse(
        'period-closed',
        `${month} is approved or closed: nothing is said of its bill any more.`,
        '/path/month',
      );
    if (accepted === 'there') return refuse('already-accepted', 'Somebody has accepted it.');
    return answer(reconciliationView({ ...read, acceptances: [...read.acceptances, acceptance] }));
  },
);
