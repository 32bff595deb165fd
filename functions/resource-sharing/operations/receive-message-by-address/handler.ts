import { handle } from '../../../../layers/platform/http/handle.ts';
import { doorStores, receivePartnerMessage } from '../../use-cases/messages/receive-message.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, doorStores, ({ body: bytes, path: { door: behind }, caller, now }, stores) =>
  receivePartnerMessage(stores, { bytes, caller, behind }, now),
);
