import { handle } from '../../../../layers/platform/http/handle.ts';
import { receptionDeps } from '../../deps.ts';
import { receivePartnerMessage } from '../../use-cases/messages/receive-message.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  receptionDeps,
  ({ body: bytes, path: { address: behind }, caller, now }, stores) =>
    receivePartnerMessage(stores, { bytes, caller, behind }, now),
);
