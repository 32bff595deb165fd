import { Button, FileInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type ReadRoster, readRoster, textOfFile } from './roster-csv.ts';

type Outcome = Answered<'teaching-load-roster'>;

/** The most lines that one request takes. */
const MOST_LINES = 500;

/** The last day of July of the next calendar year: when cards of new pupils usually end. */
const usualExpiry = (): string => `${new Date().getFullYear() + 1}-07-31`;

const OutcomeOf = ({ outcome }: { outcome: Outcome }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const counts = Object.entries(outcome.counts).filter(([, count]) => count > 0);
  return (
    <div className={outcome.rejected > 0 ? 'notice notice-warn' : 'notice notice-good'} role="status">
      <div>
        <p className="notice-title">
          {t(outcome.dryRun ? 'class.would-load' : 'class.loaded', { count: outcome.accepted, read: outcome.read })}
        </p>
        <ul>
          {counts.map(([name, count]) => (
            <li key={name}>
              {count} {textOf('roster-outcome', name)}
            </li>
          ))}
          {outcome.lines
            .filter(({ reject }) => reject !== undefined)
            .map(({ id, reject }) => (
              <li key={id}>{t('class.rejected', { id, reason: textOf('roster-reject', reject ?? '') })}</li>
            ))}
          {outcome.missing.length > 0 && (
            <li>
              {t('class.missing', {
                count: outcome.missing.length,
                ids: outcome.missing.map(({ id }) => id).join(', '),
              })}
            </li>
          )}
        </ul>
      </div>
    </div>
  );
};

/** A dialog that loads a class list from a CSV file of the school's register: a check first, then the load. */
export const LoadRoster = ({ branchId, close }: { branchId: string; close: () => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const key = useKey();
  const reset = useRef<() => void>(null);
  const [read, setRead] = useState<ReadRoster>();
  const [expiresOn, setExpiresOn] = useState(usualExpiry);
  const lines = read && 'lines' in read ? read.lines : [];
  const load = useMutation({
    mutationFn: (dryRun: boolean) => {
      const body = { dryRun, expiresOn, lines };
      return take(
        api.POST('/v1/teaching/branches/{branchId}/rosters', {
          params: { path: { branchId } },
          body,
          ...keyed(key.keyFor(body)),
        }),
      );
    },
    onSettled: (_, thrown) => key.settle(thrown ?? undefined),
  });
  const mayLoad = load.data?.dryRun === true && load.data.accepted > 0;
  return (
    <Dialog title={t('class.load-roster')} close={close} size="lg">
      <div className="stack">
        <p>{t('class.roster-meaning')}</p>
        <FileInput
          label={t('class.roster-file')}
          // A file that was changed may be chosen again.
          resetRef={reset}
          onClick={() => reset.current?.()}
          accept=".csv,.txt,text/csv"
          onChange={(file) => {
            load.reset();
            void file?.arrayBuffer().then((bytes) => setRead(readRoster(textOfFile(bytes))));
          }}
        />
        {read && 'lacking' in read && (
          <p role="alert" className="notice notice-bad">
            {t('class.lacking', { columns: read.lacking.map((one) => textOf('roster-column', one)).join(', ') })}
          </p>
        )}
        {lines.length > MOST_LINES && (
          <p role="alert" className="notice notice-bad">
            {t('class.too-many', { count: lines.length, most: MOST_LINES })}
          </p>
        )}
        <TextInput
          type="date"
          label={t('class.expires-on')}
          value={expiresOn}
          onChange={({ currentTarget }) => {
            load.reset();
            setExpiresOn(currentTarget.value);
          }}
        />
        {load.data && <OutcomeOf outcome={load.data} />}
        {load.error && <FailedNotice thrown={load.error} />}
        <div className="row">
          <Button
            variant={mayLoad ? 'default' : 'filled'}
            disabled={lines.length === 0 || lines.length > MOST_LINES}
            loading={load.isPending}
            onClick={() => load.mutate(true)}
          >
            {t('class.check', { count: lines.length })}
          </Button>
          {mayLoad && (
            <Button loading={load.isPending} onClick={() => load.mutate(false)}>
              {t('class.load', { count: load.data?.accepted ?? 0 })}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('do.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};
