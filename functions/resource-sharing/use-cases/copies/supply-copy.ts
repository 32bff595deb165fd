import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { hashSecret } from '../../../membership/public/hash-secret.ts';
import { documentWrite } from '../../data/loan-document-store.ts';
import type { DeliveryDeps } from '../../deps.ts';
import { sentDocument } from '../../domain/copies/loan-document.ts';
import { type StepInput, takeStep } from '../take-step.ts';
import { checkUpload } from './check-upload.ts';

/** The step of supply by staff of the supplier, and the uploaded document. */
export type CopySupply = Omit<StepInput, 'side' | 'trigger' | 'particulars' | 'also' | 'viewer'> & {
  viewer: StepInput['viewer'] & { member: string };
  documentId: string;
};

/** Sends an uploaded copy: to a partner with a link, to a member for its staff to look at first. */
export const supplyCopy = async (deps: DeliveryDeps & { ids: Ids }, { documentId, ...step }: CopySupply) => {
  const { requestId, askId, now } = step;
  const found = await checkUpload(deps, { documentId, requestId, askId, member: step.viewer.member });
  if ('refused' in found) return found;
  const { document } = found;
  const secret = isPartner(document.requesterMember) ? deps.ids.secret() : undefined;
  const { copies: rule } = await deps.sharing(now);
  const sent = sentDocument(document, rule, iso(now), secret && hashSecret(secret));
  const url = secret && `${await deps.site()}/v1/resource-sharing/copies/${documentId}.${secret}`;
  return takeStep(deps, {
    ...{ ...step, side: 'supplier', trigger: 'supply-copy' },
    particulars: { documentId, url },
    also: [documentWrite(document, sent)],
  });
};
