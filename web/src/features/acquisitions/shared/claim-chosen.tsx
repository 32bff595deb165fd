import { Button } from '@mantine/core';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import type { Vendor } from '../orders/orders.ts';
import { ClaimMessage } from './claim-message.tsx';

/** How many lines or issues are claimed at once, as the API allows. */
const MOST_AT_ONCE = 50;

/** Returns which of the rows that are due are claimed: all but those that were unticked, as many as one request takes. */
export const useChosen = <T,>(due: readonly T[], idOf: (row: T) => string) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const turn = (row: T): void => {
    const after = new Set(left);
    if (!after.delete(idOf(row))) after.add(idOf(row));
    setLeft(after);
  };
  const isTicked = (row: T): boolean => !left.has(idOf(row));
  return { chosen: due.filter(isTicked).slice(0, MOST_AT_ONCE), isTicked, turn };
};

type Claimed = { vendor?: string };
type Props<T> = {
  /** How many are chosen. */
  count: number;
  claim: { isPending: boolean; error: Error | null; data: { claimed: T[]; dropped: unknown[] } | undefined };
  send: () => void;
  vendors: readonly Vendor[];
  texts: {
    act: string;
    /** What was claimed, and how many were left out. */
    done: (claimed: number, dropped: number) => string;
    /** The message to a vendor; `noVendor` heads one of what names none. */
    subject: string;
    begin: string;
    lineOf: (one: T) => string;
    noVendor?: string;
  };
};

/** Claims what is chosen, and shows the message to each vendor. */
export const ClaimChosen = <T extends Claimed>({ count, claim, send, vendors, texts }: Props<T>) => {
  const { act, done, subject, begin, lineOf, noVendor = '' } = texts;
  const byVendor = Map.groupBy(claim.data?.claimed ?? [], ({ vendor = '' }) => vendor);
  return (
    <>
      {count > 0 && (
        <p>
          <Button size="sm" loading={claim.isPending} onClick={send}>
            {act}
          </Button>
        </p>
      )}
      {claim.data && <p role="status">{done(claim.data.claimed.length, claim.data.dropped.length)}</p>}
      {[...byVendor].map(([code, claimed]) => (
        <ClaimMessage
          key={code}
          vendor={vendors.find((one) => one.code === code)}
          name={code || noVendor}
          subject={subject}
          begin={begin}
          lines={claimed.map(lineOf)}
        />
      ))}
      {claim.error && <FailedNotice thrown={claim.error} />}
    </>
  );
};
