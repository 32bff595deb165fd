import { loanDocumentStore } from '../../../layers/data/loan-document-store.ts';
import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { linkPage } from '../../../layers/domain/resource-sharing/copies/copy-page.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { copyView, noCopy, refusedLink } from '../copies.ts';
import { copyOfLink, pageHeaders } from '../linked-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const stores = sharingStores(runtime);
    return { ...stores, documents: loanDocumentStore(stores.table) };
  },
  async ({ path: { token }, now }, deps) => {
    const document = await copyOfLink(deps, token);
    if (!document) return noCopy;
    const { copies } = await deps.sharing(now);
    const page = () => linkPage(copyView(document, copies.copyrightNotice));
    return refusedLink(document, now) ?? answer(page(), pageHeaders);
  },
);
