import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Ballot, type OwnVote, useProxy } from '../shared/voting.ts';

type Given = { ballotId: string; vote: OwnVote; voters: Ballot['voters'] };

/** Lets another library vote for the own one in an open ballot, or withdraws that. */
export const GiveProxy = ({ ballotId, vote: { memberId, proxy, choice }, voters }: Given) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const [holder, setHolder] = useState('');
  const change = useProxy(ballotId, memberId);
  const library = memberName(memberId);
  if (proxy !== undefined)
    return (
      <section className="stack" aria-label={t('proxy.of', { library })}>
        <p>{t('proxy.given', { library, holder: memberName(proxy) })}</p>
        <p>
          <Button size="sm" variant="default" loading={change.isPending} onClick={() => change.mutate({})}>
            {t('proxy.withdraw')}
          </Button>
        </p>
        {change.error && <FailedNotice thrown={change.error} />}
      </section>
    );
  if (choice) return undefined;
  const others = voters.filter((one) => one.memberId !== memberId && !one.recused && one.proxy === undefined);
  return (
    <details>
      <summary>{t('proxy.let-other', { library })}</summary>
      <div className="stack">
        <NativeSelect
          size="sm"
          label={t('proxy.holder')}
          value={holder}
          onChange={({ currentTarget: { value } }) => setHolder(value)}
        >
          <option value="" />
          {others.map((one) => (
            <option key={one.memberId} value={one.memberId}>
              {memberName(one.memberId)}
            </option>
          ))}
        </NativeSelect>
        <p>
          <Button
            size="sm"
            variant="default"
            disabled={holder === ''}
            loading={change.isPending}
            onClick={() => change.mutate({ to: holder })}
          >
            {t('proxy.give')}
          </Button>
        </p>
        {change.error && <FailedNotice thrown={change.error} />}
      </div>
    </details>
  );
};
