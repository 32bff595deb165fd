import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { invoiceDeps } from '../../deps.ts';
import { showInvoice } from '../../use-cases/show-invoice.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, invoiceDeps, ({ actor, path: place }, deps) =>
  showInvoice(deps, { place, reader: actorName(actor) }),
);
