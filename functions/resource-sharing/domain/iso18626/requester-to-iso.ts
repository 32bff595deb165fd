import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import { moneyText } from '../../../../layers/kernel/money/money.ts';
import { agencyOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import { RESHARE_AGREES } from '../../../../layers/protocols/iso18626/note-marks.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { MessageName } from '../workflow/triggers.ts';
import type { Writing } from './writing.ts';

type Requested = MessageOf<'requestingAgencyMessage'>;

const actions: Readonly<Partial<Record<MessageName, Requested['action']>>> = {
  Cancel: 'Cancel',
  Withdraw: 'Cancel',
  Received: 'Received',
  Renew: 'Renew',
  ShippedReturn: 'ShippedReturn',
  Lost: 'Lost',
  ReturnDelayed: 'HoldReturn',
};

// ISO 18626 has no action for these: the note states them for people and (by its mark or last line) for machines.
const textOf = ({ message, ask }: Writing): string | undefined => {
  const conditions = ask.offer?.conditions?.join(', ');
  switch (message.name) {
    case 'ConditionsAgreed':
      return `${RESHARE_AGREES} Agreed to the conditions${conditions === undefined ? '' : `: ${conditions}`}.`;
    case 'ClaimAccepted':
      return 'We accept the claim for damage.\nClaimAccepted';
    case 'ClaimDisputed':
      return 'We dispute the claim for damage.\nClaimDisputed';
    case 'CostRefused': {
      const cost = message.terms?.cost;
      return `We refuse what is claimed for this${cost ? `: ${moneyText(cost)}` : ''}.`;
    }
    case 'Withdraw':
      return 'We no longer ask for this; no answer is needed.';
    default:
      return undefined;
  }
};

/** Writes our requester's message about an open request. */
export const requesterMessageToIso = (writing: Writing): IsoMessage => {
  const { message, request, ask, ends, at } = writing;
  const note = [textOf(writing), message.note].filter((line) => line !== undefined).join('\n');
  const body = withoutUndefinedAs<Requested>({
    header: withoutUndefinedAs<Requested['header']>({
      supplyingAgencyId: agencyOf(ends.theirs),
      requestingAgencyId: agencyOf(ends.ours),
      timestamp: at,
      requestingAgencyRequestId: request.requestId,
      supplyingAgencyRequestId: ask.supplierRequestId,
      requestingAgencyAuthentication: ends.account,
    }),
    action: actions[message.name] ?? 'Notification',
    note: note === '' ? undefined : note,
  });
  return { kind: 'requestingAgencyMessage', body };
};
