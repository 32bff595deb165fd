import type { ReactNode } from 'react';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Batch, useBatches } from '../item-changes/changes.ts';
import { StateBadge } from './batch-run.tsx';

/** One batch change in a list: its title, what it concerns, who made it and when, and its state. */
export const BatchCard = ({ batch, title, children }: { batch: Batch; title: ReactNode; children: ReactNode }) => {
  const t = useTranslate();
  const { time } = useFormat();
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">{title}</h3>
        {children}
        <p className="quiet">{t('union.by', { id: batch.by, date: time(batch.at) })}</p>
        <p>
          <StateBadge batch={batch} />
        </p>
      </div>
    </li>
  );
};

type Given = {
  memberId: string;
  /** The kind of objects that are changed; items by default. */
  of?: Parameters<typeof useBatches>[1];
  /** The text for a library without changes. */
  none: string;
  card: (batch: Batch) => ReactNode;
};

/** The batch changes of a library, the newest first. */
export const BatchList = ({ memberId, of, none, card }: Given) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useBatches(memberId, of);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={90} />;
  if (data.length === 0) return <Empty title={none} />;
  return (
    <>
      <ul className="rows">{data.map(card)}</ul>
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};
