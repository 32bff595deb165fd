import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { IssueBadge } from './issue-state.tsx';
import { type Issue, type IssueStep, isAwaited, missingOf, useIssueStep } from './serials.ts';

const reasons = ['never-received', 'sold-out', 'damaged', 'lost'] as const;

/** Why an issue does not come, or when. */
const NotComing = ({ issue, send }: { issue: Issue; send: (step: IssueStep) => void }) => {
  const t = useTranslate();
  const [until, setUntil] = useState('');
  return (
    <details>
      <summary aria-label={t('serials.act-on', { act: t('serials.does-not-come'), label: issue.label })}>
        {t('serials.does-not-come')}
      </summary>
      <div className="stack">
        <NativeSelect
          size="sm"
          aria-label={t('serials.why')}
          value=""
          data={[
            { value: '', label: t('serials.why') },
            ...reasons.map((value) => ({ value: value as string, label: t(`serial-missing.${value}`) })),
            ...(issue.state === 'expected' ? [{ value: 'not-issued', label: t('serial-state.not-issued') }] : []),
          ]}
          onChange={({ currentTarget: { value } }) => {
            const reason = reasons.find((one) => one === value);
            if (reason) send({ act: 'missing', reason });
            else if (value === 'not-issued') send({ act: 'not-issued' });
          }}
        />
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (until !== '') send({ act: 'delay', until });
          }}
        >
          <TextInput
            size="sm"
            type="date"
            aria-label={t('serials.comes-on')}
            value={until}
            onChange={({ currentTarget: { value } }) => setUntil(value)}
          />
          <Button type="submit" size="sm" variant="default">
            {t('serials.comes-later')}
          </Button>
        </form>
      </div>
    </details>
  );
};

const Acts = ({ issue }: { issue: Issue }) => {
  const t = useTranslate();
  const step = useIssueStep(issue.memberId);
  const send = (asked: IssueStep): void => step.mutate({ issue, step: asked });
  const on = (act: string): string => t('serials.act-on', { act, label: issue.label });
  const hasItem = issue.received.at(-1)?.itemId !== undefined;
  return (
    <div className="stack">
      {isAwaited(issue) && (
        <Button
          size="compact-sm"
          variant="default"
          loading={step.isPending}
          aria-label={on(t('serials.receive', { count: missingOf(issue) }))}
          onClick={() => send({ act: 'receive', copies: missingOf(issue) })}
        >
          {t('serials.receive', { count: missingOf(issue) })}
        </Button>
      )}
      {issue.received.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={step.isPending}
          aria-label={on(t(hasItem ? 'serials.undo-item' : 'serials.undo'))}
          onClick={() => send({ act: 'undo', copies: 1, ...(hasItem && { leavesItems: true }) })}
        >
          {t(hasItem ? 'serials.undo-item' : 'serials.undo')}
        </Button>
      )}
      {isAwaited(issue) && <NotComing key={issue.v} issue={issue} send={send} />}
      {(issue.state === 'missing' || issue.state === 'not-issued') && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={step.isPending}
          aria-label={on(t('serials.await'))}
          onClick={() => send({ act: 'await' })}
        >
          {t('serials.await')}
        </Button>
      )}
      {step.error && <FailedNotice thrown={step.error} />}
    </div>
  );
};

/** The issues of a subscription, the latest first. */
export const IssueTable = ({ issues, mayReceive }: { issues: readonly Issue[]; mayReceive: boolean }) => {
  const t = useTranslate();
  const { date } = useFormat();
  return (
    <ScrollTable name={t('serials.issues')}>
      <thead>
        <tr>
          <th scope="col">{t('serials.issue')}</th>
          <th scope="col">{t('serials.expected')}</th>
          <th scope="col">{t('serials.state')}</th>
          <th scope="col" className="num">
            {t('serials.copies')}
          </th>
          <th scope="col">{t('serials.claims')}</th>
          {mayReceive && <th scope="col">{t('serials.acts')}</th>}
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <tr key={issue.issueId}>
            <th scope="row">{issue.label}</th>
            <td>
              {date(issue.expectedOn)}
              {issue.delayedUntil !== undefined && (
                <span className="quiet"> {t('serials.delayed', { date: date(issue.delayedUntil) })}</span>
              )}
            </td>
            <td>
              <IssueBadge issue={issue} />
            </td>
            <td className="num">{t('orders.of', { received: issue.received.length, wanted: issue.copies })}</td>
            <td>{issue.claims.map(({ number, on }) => `${number}: ${date(on)}`).join(', ') || '–'}</td>
            {mayReceive && (
              <td>
                <Acts issue={issue} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
