import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { BranchSpine } from '../../../components/spine.tsx';
import { daysUntil, useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { CopyList, ListedCopy } from './branch-lists.ts';

type Copies = Column<ListedCopy>;

const Title = ({ row }: { row: ListedCopy }) => {
  const name = row.title ?? row.barcode;
  if (row.recordId === undefined) return <span>{name}</span>;
  return (
    <Link to="/holds/queue/$recordId" params={{ recordId: row.recordId }}>
      {name}
    </Link>
  );
};

/** A day with its distance under it; late when it has passed. */
const Day = ({ at, isLate = false }: { at: string; isLate?: boolean }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const days = daysUntil(at);
  const distance = days === 0 ? t('holds.today') : t(days < 0 ? 'holds.ago' : 'holds.in', { days: Math.abs(days) });
  return (
    <>
      <span className={isLate ? 'bad' : undefined}>{date(at)}</span>
      <span className="data-second">{distance}</span>
    </>
  );
};

const NextStep = ({ row: { next } }: { row: ListedCopy }) => {
  const t = useTranslate();
  if (next === undefined) return <>{t('holds.next-soon')}</>;
  if (next.step === 'send') return <BranchSpine branchId={next.branchId} />;
  return (
    <>
      {t(
        next.step === 'hold-shelf'
          ? 'holds.next-hold'
          : next.step === 'shelve'
            ? 'holds.next-shelve'
            : 'holds.next-aside',
      )}
    </>
  );
};

/** Returns the columns of a list of copies, with what ends each entry in the last. */
export const useCopyColumns = (list: CopyList, act: (row: ListedCopy) => ReactNode): Copies[] => {
  const t = useTranslate();
  const textOf = useTextOf();
  const callNumber: Copies = {
    ...{
      key: 'call-number',
      head: t('holds.call-number'),
      cell: ({ callNumber: shown }) => (
        <>
          <span className="tick" aria-hidden="true" />
          {shown ?? t('holds.no-call-number')}
        </>
      ),
    },
    ...{ sort: ({ shelfKey }: ListedCopy) => shelfKey, text: ({ callNumber: shown = '' }: ListedCopy) => shown },
  };
  const title: Copies = {
    ...{ key: 'title', head: t('holds.title-of-copy'), cell: (row: ListedCopy) => <Title row={row} /> },
    sort: ({ title: name, barcode }) => name ?? barcode,
  };
  const barcode: Copies = {
    ...{
      key: 'barcode',
      head: t('holds.barcode'),
      cell: (row: ListedCopy) => <span className="barcode">{row.barcode}</span>,
    },
    sort: (row) => row.barcode,
  };
  const goesTo: Copies = {
    ...{ key: 'to', head: t('holds.goes-to') },
    cell: ({ pickupBranch, to }) => <BranchSpine branchId={pickupBranch ?? to ?? ''} />,
    sort: ({ pickupBranch, to }) => pickupBranch ?? to,
  };
  const heldFor: Copies = {
    ...{ key: 'for', head: t('holds.held-for') },
    cell: ({ heldFor: label }) =>
      label ? <strong>{t(`holds.for-${label.kind}`, { label: label.label })}</strong> : '–',
    sort: ({ heldFor: label }) => label?.label,
  };
  const until: Copies = {
    ...{ key: 'until', head: t('holds.until') },
    cell: ({ shelfExpiresAt }) => shelfExpiresAt && <Day at={shelfExpiresAt} isLate={daysUntil(shelfExpiresAt) < 0} />,
    sort: ({ shelfExpiresAt }) => shelfExpiresAt,
  };
  const since = (isLate: boolean): Copies => ({
    ...{ key: 'since', head: t('holds.since') },
    cell: ({ since: at }) => at && <Day at={at} isLate={isLate} />,
    sort: ({ since: at }) => at,
  });
  const from: Copies = {
    ...{ key: 'from', head: t('holds.from') },
    cell: ({ from: branchId }) => branchId && <BranchSpine branchId={branchId} />,
    sort: ({ from: branchId }) => branchId,
  };
  const why: Copies = {
    ...{ key: 'why', head: t('holds.why') },
    cell: ({ purpose, reason }) =>
      textOf('transit-purpose', purpose ?? '', textOf('aside-reason', reason ?? '', reason ?? '')),
    sort: ({ purpose, reason }) => purpose ?? reason,
  };
  const next: Copies = {
    ...{ key: 'next', head: t('holds.next'), cell: (row: ListedCopy) => <NextStep row={row} /> },
    sort: ({ next: step }) => step?.step,
  };
  const state: Copies = {
    ...{ key: 'state', head: t('holds.state') },
    cell: ({ holdId }) =>
      holdId !== undefined && (
        <Badge tone="info" icon="hold">
          {t('holds.for-hold')}
        </Badge>
      ),
  };
  const acts: Copies = { key: 'act', head: t('holds.act'), cell: act };
  return {
    pull: [callNumber, title, goesTo, barcode, acts],
    shelf: [heldFor, title, barcode, until],
    clear: [heldFor, title, next, barcode, until],
    coming: [title, from, why, barcode, since(false), acts],
    late: [title, from, why, barcode, since(true), acts],
    missing: [callNumber, title, why, barcode, since(false), state, acts],
  }[list];
};
