import type { IsoMessage, MessageOf } from '../../../layers/domain/resource-sharing/iso18626/schemas.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;

/** Who handed a patron's wish in and by which number: the header of any of its messages about it. */
type Asked = Pick<
  MessageOf<'request'>['header'],
  'supplyingAgencyId' | 'requestingAgencyId' | 'requestingAgencyRequestId'
>;

/** What is said of a wish: why, where it stands, and our own number for it where it is kept. */
export type SaidOfWish = {
  info: Supplied['messageInfo'];
  status: Supplied['statusInfo']['status'];
  requestId?: string;
  due?: string | undefined;
};

/** A message to whoever handed a patron's wish in. `at` (ISO instant) is when it is said. */
export const wishAnswer = (
  { supplyingAgencyId: asked, requestingAgencyId: ours, requestingAgencyRequestId }: Asked,
  { info, status, requestId, due }: SaidOfWish,
  at: string,
): IsoMessage => ({
  kind: 'supplyingAgencyMessage',
  body: {
    header: {
      // Where nobody is named as supplier the answer is our library's own.
      ...{ supplyingAgencyId: asked && asked.agencyIdValue !== '' ? asked : ours, requestingAgencyId: ours },
      ...{ timestamp: at, requestingAgencyRequestId },
      ...(requestId !== undefined && { supplyingAgencyRequestId: requestId }),
    },
    messageInfo: info,
    statusInfo: { status, ...(due !== undefined && { dueDate: due }), lastChange: at },
  },
});
