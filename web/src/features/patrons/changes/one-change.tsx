import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { isUnderWay, type Line, type LineState, lineStates, useBatch, useRun } from './changes.ts';

type Values = NonNullable<Line['from']>;

/** Returns the texts of changed values. */
const useValues = () => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const { residenceName } = useResidences();
  return ({ category, homeBranch, expiresOn, residence }: Values): string =>
    [
      category,
      homeBranch && branchName(homeBranch),
      expiresOn,
      residence === null ? t('patron-changes.no-residence') : residence && residenceName(residence),
    ]
      .filter(Boolean)
      .join(', ');
};

const Row = ({ line: { name, card, from, to, reason } }: { line: Line }) => {
  const textOf = useTextOf();
  const values = useValues();
  return (
    <li>
      {[name?.given, name?.family].filter(Boolean).join(' ')} <span className="quiet">{card}</span>
      {from && to && ` · ${values(from)} → ${values(to)}`}
      {reason && <span className="bad"> · {textOf('patron-changes-why', reason, reason)}</span>}
    </li>
  );
};

type Given = { memberId: string; batchId: string; unknownCards: readonly string[] };

/** A change of many patrons: its counts, its patrons by outcome, and the buttons to make it and to put it back. */
export const OneChange = ({ memberId, batchId, unknownCards }: Given) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [of, setOf] = useState<LineState>('planned');
  const { batch, lines, error, refetch, ...more } = useBatch(memberId, batchId, of);
  const run = useRun(memberId, batchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!batch) return <Waiting rows={3} height={60} />;
  const counted = lineStates.filter((state) => (batch.counts[state] ?? 0) > 0);
  return (
    <div className="card stack">
      <p role="status">
        {textOf('patron-changes-state', batch.state)}
        {isUnderWay(batch) && ` ${t('patron-changes.goes-on')}`}
      </p>
      <ul>
        {counted.map((state) => (
          <li key={state}>
            {t('patron-changes.count', {
              what: textOf('patron-changes-line', state),
              count: batch.counts[state] ?? 0,
            })}
          </li>
        ))}
      </ul>
      {unknownCards.length > 0 && (
        <p className="bad">{t('patron-changes.unknown', { cards: unknownCards.join(', ') })}</p>
      )}
      <NativeSelect
        label={t('patron-changes.shown')}
        value={of}
        data={lineStates.map((value) => ({ value, label: textOf('patron-changes-line', value) }))}
        onChange={({ currentTarget: { value } }) => setOf(lineStates.find((state) => state === value) ?? 'planned')}
      />
      <ul className="plain-rows">
        {lines.map((line) => (
          <Row key={line.patronId} line={line} />
        ))}
      </ul>
      <ShowMore {...more} />
      <p className="row">
        {batch.state === 'previewed' && (
          <Button
            disabled={(batch.counts.planned ?? 0) === 0}
            loading={run.isPending}
            onClick={() => run.mutate('onwards', { onSuccess: () => setOf('done') })}
          >
            {t('patron-changes.run', { count: batch.counts.planned ?? 0 })}
          </Button>
        )}
        {batch.state === 'done' && (
          <Button
            variant="default"
            loading={run.isPending}
            onClick={() => run.mutate('back', { onSuccess: () => setOf('undone') })}
          >
            {t('patron-changes.undo')}
          </Button>
        )}
      </p>
      {run.error && <FailedNotice thrown={run.error} />}
    </div>
  );
};
