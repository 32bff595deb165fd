import { Checkbox } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Action, type Group, keyOf, type Row, type Side } from '../shared/requests.ts';
import { type StepInput, type Steps, useSteps } from '../shared/use-steps.ts';
import { BulkBar } from './bulk-bar.tsx';
import { PullSlips } from './papers-bar.tsx';
import { LoanRow } from './request-row.tsx';
import { useRows } from './use-work.ts';

// The scan box stands above the list of one group only.
const ShipScan = lazyComponent(() => import('./ship-scan.tsx'), 'ShipScan');

type Grouped = { group: Group; rows: Row[] };

/** Groups the rows under their headings, in work order. */
const grouped = (rows: readonly Row[], order: readonly Group[]): Grouped[] => {
  const known = [...new Set([...order, ...rows.flatMap(({ group }) => group ?? [])])];
  return known
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
    .filter((one) => one.rows.length > 0);
};

type Choosing = { chosen: ReadonlySet<string>; choose: (rows: readonly Row[], isChosen: boolean) => void };
type SectionProps = Grouped & Choosing & { side: Side; work: Steps; take: Take };
type Take = (rows: readonly Row[], action: Action, input: StepInput) => void;

const Section = ({ group, rows, side, chosen, choose, work, take }: SectionProps) => {
  const t = useTranslate();
  const { steps, outcome } = work;
  const all = rows.every((row) => chosen.has(keyOf(row)));
  const some = rows.some((row) => chosen.has(keyOf(row)));
  const again = (row: Row, comment: string): void => {
    const last = steps.variables?.find((order) => keyOf(order.row) === keyOf(row));
    if (last) take([row], last.action, { ...last.input, override: { comment } });
  };
  const pending = new Set(steps.isPending ? steps.variables.map(({ row }) => keyOf(row)) : []);
  return (
    <section aria-labelledby={`work-${group}`} className="stack">
      <div className="part-head">
        <div>
          <h2 id={`work-${group}`}>{t(`work.${group}`)}</h2>
          <p className="quiet">{t(`work-meaning.${group}`)}</p>
        </div>
        <Checkbox
          label={t('loans.choose-all', { count: rows.length })}
          checked={all}
          indeterminate={some && !all}
          onChange={({ currentTarget }) => choose(rows, currentTarget.checked)}
        />
      </div>
      <ul className="rows">
        {rows.map((row) => (
          <LoanRow
            key={keyOf(row)}
            row={row}
            side={side}
            isChosen={chosen.has(keyOf(row))}
            isPending={pending.has(keyOf(row))}
            problem={outcome?.refused.get(keyOf(row))}
            onAgain={(comment) => again(row, comment)}
            onChoose={(isChosen) => choose([row], isChosen)}
            onTake={(action, input) => take([row], action, input)}
          />
        ))}
      </ul>
    </section>
  );
};

const OutcomeNotice = ({ work: { steps, outcome } }: { work: Steps }) => {
  const t = useTranslate();
  if (steps.error) return <FailedNotice thrown={steps.error} />;
  if (outcome === undefined) return null;
  const { taken, refused } = outcome;
  const tone = refused.size > 0 ? 'notice notice-warn' : 'notice notice-good';
  return (
    <p className={tone} role="status">
      {t('loans.outcome', { taken, refused: refused.size })}
    </p>
  );
};

type Place = { branchId: string; memberId: string; side: Side; group: Group | undefined; order: readonly Group[] };

/** The requests of a side by heading; selected ones can be processed together, each with its own result. */
export const WorkList = ({ branchId, memberId, side, group, order }: Place) => {
  const t = useTranslate();
  const { data: rows, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRows(memberId, side, group);
  const work = useSteps(branchId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose: Choosing['choose'] = (rows, isChosen) =>
    setChosen((before) => {
      const keys = new Set(rows.map(keyOf));
      return isChosen ? new Set([...before, ...keys]) : new Set([...before].filter((one) => !keys.has(one)));
    });
  const take: Take = (rows, action, input) =>
    work.steps.mutate(
      rows.flatMap((row) => {
        const own = row.actions.find(({ trigger }) => trigger === action.trigger);
        return own ? [{ row, action: own, input }] : [];
      }),
      { onSuccess: () => setChosen(new Set()) },
    );
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!rows) return <Waiting rows={3} height={120} />;
  const picked = rows.filter((row) => chosen.has(keyOf(row)));
  return (
    <>
      {side === 'supplier' && (
        <Suspense>
          <ShipScan key={branchId} {...{ branchId, memberId }} />
        </Suspense>
      )}
      {side === 'supplier' && <PullSlips branchId={branchId} />}
      <OutcomeNotice work={work} />
      {rows.length === 0 && <Empty title={t(side === 'requester' ? 'loans.none-asked' : 'loans.none-to-lend')} />}
      {grouped(rows, order).map((one) => (
        <Section key={one.group} {...one} {...{ side, chosen, choose, work, take }} />
      ))}
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
      {picked.length > 0 && (
        <BulkBar
          branchId={branchId}
          rows={picked}
          isPending={work.steps.isPending}
          onTake={take}
          onClear={() => setChosen(new Set())}
        />
      )}
    </>
  );
};
