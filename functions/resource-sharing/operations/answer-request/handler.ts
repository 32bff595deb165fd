import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { findCopyToLend } from '../../use-cases/find-copy-to-lend.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { takeStep, takeSupplyStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  resourceSharingDeps,
  async ({ actor, path: { requestId }, body, now, keep }, deps) => {
    const { branchId, askId, answer: decision, barcode, otherRecord, reason, override } = body;
    const who = staffAt(actor, branchId, 'supplier');
    const step = { ...who, requestId, side: 'supplier' as const, now, branchId, askId, keep };
    if (decision === 'unfilled') return takeStep(deps, { ...step, trigger: 'decline', particulars: { reason } });
    if (barcode === undefined) return refuse('barcode-missing', 'Say which copy.', '/body/barcode');
    const scan = { barcode, member: who.viewer.member, requestId, otherRecord };
    const found = await findCopyToLend(deps, { actor, branchId, override, ...scan });
    if ('refused' in found) return found;
    return takeSupplyStep(deps, { ...step, ...found, trigger: 'accept' });
  },
);
