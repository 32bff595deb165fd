import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { invoiceDeps } from '../../deps.ts';
import { loadInvoices } from '../../use-cases/load-invoices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, invoiceDeps, ({ actor, path: { memberId }, body: asked, now }, deps) =>
  loadInvoices(deps, { memberId, asked, by: actorName(actor), now }),
);
