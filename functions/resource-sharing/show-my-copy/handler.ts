import { loanDocumentStore } from '../../../layers/data/loan-document-store.ts';
import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { patronOf } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { copyOfPatron, copyView, noCopy, refusedLink } from '../copies.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const stores = sharingStores(runtime);
    return { ...stores, documents: loanDocumentStore(stores.table) };
  },
  async ({ actor, path: { documentId }, now }, deps) => {
    const document = await copyOfPatron(deps, documentId, patronOf(actor).id);
    if (!document) return noCopy;
    const { copies } = await deps.sharing(now);
    return refusedLink(document, now) ?? answer(copyView(document, copies.copyrightNotice));
  },
);
