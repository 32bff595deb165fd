import { isPartner } from '../../../../layers/kernel/identity/party.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { siteAddress } from '../../../../layers/platform/runtime/site-address.ts';
import { hashSecret } from '../../../membership/public/secret-hash.ts';
import { documentWrite, loanDocumentStore } from '../../data/loan-document-store.ts';
import { sentDocument } from '../../domain/copies/loan-document.ts';
import { checkUpload } from '../../use-cases/check-upload.ts';
import { sharingStores } from '../../use-cases/sharing-stores.ts';
import { takeStep } from '../../use-cases/step.ts';
import { staffAt } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const stores = sharingStores(runtime);
    const more = { documents: loanDocumentStore(stores.table), bucket: openBucket(runtime) };
    return { ...stores, ...more, site: () => siteAddress(runtime) };
  },
  async ({ actor, path: { requestId }, body: { branchId, askId, documentId }, now }, deps) => {
    const who = staffAt(actor, branchId, 'supplier');
    const found = await checkUpload(deps, { documentId, requestId, askId, member: who.viewer.member });
    if ('refused' in found) return found;
    const { document } = found;
    // Only a partner is given a link now; a member's staff look at the copy first.
    const secret = isPartner(document.requesterMember) ? deps.ids.secret() : undefined;
    const { copies: rule } = await deps.sharing(now);
    const sent = sentDocument(document, rule, iso(now), secret && hashSecret(secret));
    const url = secret && `${await deps.site()}/v1/resource-sharing/copies/${documentId}.${secret}`;
    return takeStep(deps, {
      ...who,
      ...{ requestId, side: 'supplier', trigger: 'supply-copy', now, branchId, askId },
      particulars: { documentId, url },
      also: [documentWrite(document, sent)],
    });
  },
);
