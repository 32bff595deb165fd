import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { bankMatchDeps } from '../../deps.ts';
import { matchBankEntry } from '../../use-cases/match-bank-entry.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, bankMatchDeps, ({ actor, path, body: decision, now, keep }, deps) =>
  matchBankEntry(deps, { ...path, decision, by: actorName(actor), now, keep }),
);
