import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Vendor } from '../orders/orders.ts';
import { ClaimChosen, useChosen } from '../shared/claim-chosen.tsx';
import { type Awaited, missingOf, useAwaited, useClaim, useIssueStep } from './serials.ts';

const Receive = ({ row: { issue } }: { row: Awaited }) => {
  const t = useTranslate();
  const step = useIssueStep(issue.memberId);
  const text = t('serials.receive', { count: missingOf(issue) });
  return (
    <>
      <Button
        size="compact-sm"
        loading={step.isPending}
        aria-label={t('serials.act-on', { act: text, label: issue.label })}
        onClick={() => step.mutate({ issue, step: { act: 'receive', copies: missingOf(issue) } })}
      >
        {text}
      </Button>
      {step.error && <FailedNotice thrown={step.error} />}
    </>
  );
};

const idOf = ({ issue }: Awaited): string => `${issue.subscriptionId} ${issue.issueId}`;

type Claiming = { memberId: string; chosen: readonly Awaited[]; vendors: readonly Vendor[] };

const ClaimIssues = ({ memberId, chosen, vendors }: Claiming) => {
  const t = useTranslate();
  const { date } = useFormat();
  const claim = useClaim(memberId);
  const issues = chosen.map(({ issue: { subscriptionId, issueId } }) => ({ subscriptionId, issueId }));
  return (
    <ClaimChosen
      count={issues.length}
      claim={claim}
      send={() => claim.mutate({ issues })}
      vendors={vendors}
      texts={{
        act: t('serials.claim', { count: issues.length }),
        done: (claimed, dropped) =>
          [t('serials.claimed', { count: claimed }), dropped > 0 ? t('serials.dropped', { count: dropped }) : ''].join(
            ' ',
          ),
        subject: t('serials.claim-subject'),
        begin: t('serials.claim-begin'),
        lineOf: ({ title, issn, label, expectedOn, copies, number }) =>
          t('serials.claim-line', {
            ...{ title: issn === undefined ? title : `${title} (ISSN ${issn})`, label, date: date(expectedOn) },
            ...{ copies, number },
          }),
        noVendor: t('serials.no-vendor'),
      }}
    />
  );
};

type Props = { memberId: string; vendors: readonly Vendor[]; mayReceive: boolean };

/** The issues that are expected until today: received here, and claimed when they are late. */
export const AwaitedIssues = ({ memberId, vendors, mayReceive }: Props) => {
  const t = useTranslate();
  const { date } = useFormat();
  const list = useAwaited(memberId);
  const { data, error, refetch } = list;
  const rows = (data?.pages ?? []).flatMap((page) => page.issues);
  const due = rows.filter((row) => row.due === 'claim');
  const { chosen, isTicked, turn } = useChosen(due, idOf);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={40} />;
  return (
    <div className="stack">
      {rows.length === 0 ? (
        <Empty title={t('serials.nothing-awaited')} />
      ) : (
        <ScrollTable name={t('serials.awaited')}>
          <thead>
            <tr>
              {mayReceive && <th scope="col">{t('serials.to-claim')}</th>}
              <th scope="col">{t('serials.issue')}</th>
              <th scope="col">{t('serials.expected')}</th>
              <th scope="col">{t('serials.state')}</th>
              {mayReceive && <th scope="col">{t('serials.acts')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={idOf(row)}>
                {mayReceive && (
                  <td>
                    {row.due === 'claim' && (
                      <Checkbox
                        size="sm"
                        aria-label={t('serials.claim-of', { label: row.issue.label, title: row.title })}
                        checked={isTicked(row)}
                        onChange={() => turn(row)}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  <Link to="/serials" search={{ member: memberId, at: row.issue.subscriptionId }}>
                    {row.title}
                  </Link>{' '}
                  {row.issue.label}
                </th>
                <td>{date(row.issue.expectedOn)}</td>
                <td>
                  {row.due === 'nothing' ? (
                    <span className="quiet">{t('serials.late-from', { date: date(row.lateFrom) })}</span>
                  ) : (
                    <Badge tone={row.due === 'claim' ? 'warn' : 'bad'} icon="warn">
                      {t(`serial-due.${row.due}`, { count: row.issue.claims.length })}
                    </Badge>
                  )}
                </td>
                {mayReceive && (
                  <td>
                    <Receive row={row} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <ShowMore {...list} />
      {mayReceive && <ClaimIssues memberId={memberId} chosen={chosen} vendors={vendors} />}
    </div>
  );
};
