import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { invoiceDeps } from '../../deps.ts';
import { stepInvoice } from '../../use-cases/step-invoice.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, invoiceDeps, ({ actor, path: place, body: asked, now, keep }, deps) =>
  stepInvoice(deps, { place, asked, actor: staffOf(actor), now, keep }),
);
