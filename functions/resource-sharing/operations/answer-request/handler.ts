import { handle } from '../../../../layers/platform/http/handle.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { supervisorOverride } from '../../../circulation/public/others-wait.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { findSuppliedItem } from '../../use-cases/find-supplied-item.ts';
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
    const supervised = supervisorOverride(actor, branchId, override);
    if ('refused' in supervised) return supervised;
    const found = await findSuppliedItem(deps, { barcode, member: who.viewer.member, requestId, otherRecord });
    if ('refused' in found) return found;
    return takeSupplyStep(deps, { ...step, ...supervised, ...found, trigger: 'accept' });
  },
);
