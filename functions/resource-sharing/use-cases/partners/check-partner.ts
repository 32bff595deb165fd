import { type RefusalOf, refuse } from '../../../../layers/platform/http/outcome.ts';
import type { Partner, PartnerTerms } from '../../domain/partners/partner.ts';
import { addressFault } from '../../domain/partners/partner.ts';
import type { partnerRefusals } from '../../schemas/partners.ts';

type Code = keyof typeof partnerRefusals;

/** The new state of a partner, and whether our secret for it exists: given now, or stored before. */
export type PartnerInput = {
  terms: PartnerTerms;
  secretGiven: boolean;
  hasStoredSecret: boolean;
  onThisMachine: boolean;
  /** The address leads into a private network. */
  isPrivate: boolean;
};

/** Lists every reason against it. */
export const partnerFaults = ({
  terms,
  secretGiven,
  hasStoredSecret: secretStored,
  onThisMachine,
  isPrivate,
}: PartnerInput): RefusalOf<Code>[] => {
  const fault =
    addressFault(terms.address, onThisMachine) ?? (isPrivate ? 'It leads into a private network.' : undefined);
  const signsIn = terms.outbound.how !== 'none';
  return [
    ...(fault === undefined ? [] : refuse<Code>('address-refused', fault, '/body/address').refused),
    ...(signsIn && !secretGiven && !secretStored
      ? refuse<Code>('secret-missing', 'Give our secret for this partner.', '/body/outboundSecret').refused
      : []),
    ...(!signsIn && secretGiven ? refuse<Code>('secret-unused', 'Say how it is used.', '/body/outbound').refused : []),
  ];
};

/** The refusal of a symbol that is in use. */
export const symbolTaken = (symbol: string): { refused: RefusalOf<Code>[] } => ({
  refused: [
    {
      code: 'symbol-taken',
      detail: `${symbol} belongs to somebody else.`,
      pointer: '/body/symbols',
      params: { symbol },
    },
  ],
});

/** The audit details of a partner: its terms, never a secret. */
export const auditedTerms = (partner: Partner): Record<string, unknown> => {
  const { name, symbols, address, dialect, supplies, requests, knowsUsAs, outbound, conditionsAs, paused } = partner;
  return {
    name,
    symbols,
    address,
    dialect,
    supplies,
    requests,
    knowsUsAs,
    outbound: outbound.how,
    conditionsAs,
    paused,
  };
};
