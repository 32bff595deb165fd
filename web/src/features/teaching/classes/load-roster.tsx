import { Button, FileInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { memberOf } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useSchool } from '../school-year/use-school.ts';
import { OneRosterFields } from './oneroster/oneroster-fields.tsx';
import { type ReadFiles, readFiles } from './oneroster/read-files.ts';
import { type RosterOfFiles, requestsOf } from './oneroster/roster-of.ts';

type Outcome = Answered<'teaching-load-roster'>;

/** The most lines that one request takes. */
const MOST_LINES = 500;

/** The last day of July of the next calendar year: when cards of new pupils usually end. */
const usualExpiry = (): string => `${new Date().getFullYear() + 1}-07-31`;

const OutcomeOf = ({ outcome }: { outcome: Outcome }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { guardiansLinked = 0, guardiansUnknown = 0 } = outcome;
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
          {guardiansLinked > 0 && <li>{t('class.guardians-linked', { count: guardiansLinked })}</li>}
          {guardiansUnknown > 0 && <li>{t('class.guardians-unknown', { count: guardiansUnknown })}</li>}
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

const added = (one: Outcome, other: Outcome): Outcome => ({
  ...{ dryRun: one.dryRun, read: one.read + other.read, accepted: one.accepted + other.accepted },
  rejected: one.rejected + other.rejected,
  counts: Object.fromEntries(
    Object.entries(one.counts).map(([name, count]) => [
      name,
      count + (other.counts[name as keyof Outcome['counts']] ?? 0),
    ]),
  ) as Outcome['counts'],
  guardiansLinked: (one.guardiansLinked ?? 0) + (other.guardiansLinked ?? 0),
  guardiansUnknown: (one.guardiansUnknown ?? 0) + (other.guardiansUnknown ?? 0),
  lines: [...one.lines, ...other.lines],
  missing: [...one.missing, ...other.missing],
});

const nothing: Pick<RosterOfFiles, 'lines' | 'ended'> = { lines: [], ended: [] };

/** The reason why chosen files cannot be loaded. */
const FileProblem = ({ read }: { read: ReadFiles }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const columns = (names: string[]): string => t('class.lacking', { columns: names.join(', ') });
  let problem: string | undefined;
  if (read === 'unreadable') problem = t('class.unreadable');
  else if ('lacking' in read) problem = columns(read.lacking.map((one) => textOf('roster-column', one)));
  else if ('lackingFiles' in read) problem = t('class.lacking-files', { files: read.lackingFiles.join(', ') });
  else if ('lackingColumns' in read) problem = columns(read.lackingColumns);
  return (
    problem !== undefined && (
      <p role="alert" className="notice notice-bad">
        {problem}
      </p>
    )
  );
};

/** A dialog that loads a class list from a CSV file of the school's register, or from OneRoster files: a check first, then the load. */
export const LoadRoster = ({ branchId, close }: { branchId: string; close: () => void }) => {
  const t = useTranslate();
  const key = useKey();
  const reset = useRef<() => void>(null);
  const [read, setRead] = useState<ReadFiles>();
  const [chosen, setChosen] = useState(nothing);
  const { data: school } = useSchool(memberOf(branchId));
  const grades = useMemo(() => school?.grades.map(({ grade }) => grade) ?? [], [school]);
  const [expiresOn, setExpiresOn] = useState(usualExpiry);
  const oneRoster = read && read !== 'unreadable' && 'oneRoster' in read ? read.oneRoster : undefined;
  const count = chosen.lines.length + chosen.ended.length;
  const load = useMutation({
    mutationFn: async (dryRun: boolean) => {
      let sum: Outcome | undefined;
      for (const { lines, ended } of requestsOf(chosen, MOST_LINES)) {
        const body = { dryRun, expiresOn, lines, ...(ended.length > 0 && { ended }) };
        const outcome = await take(
          api.POST('/v1/teaching/branches/{branchId}/rosters', {
            params: { path: { branchId } },
            body,
            ...keyed(key.keyFor(body)),
          }),
        );
        key.settle();
        sum = sum ? added(sum, outcome) : outcome;
      }
      // Files that hold only changes do not say who is missing.
      return sum && { ...sum, missing: oneRoster?.isDelta ? [] : sum.missing };
    },
    onSettled: (_, thrown) => key.settle(thrown ?? undefined),
  });
  const { reset: forget } = load;
  const choose = useCallback(
    (roster: RosterOfFiles) => {
      forget();
      setChosen(roster);
    },
    [forget],
  );
  const mayLoad = load.data?.dryRun === true && load.data.accepted > 0;
  return (
    <Dialog title={t('class.load-roster')} close={close} size="lg">
      <div className="stack">
        <p>{t('class.roster-meaning')}</p>
        <FileInput
          multiple
          label={t('class.roster-file')}
          // A file that was changed may be chosen again.
          resetRef={reset}
          onClick={() => reset.current?.()}
          accept=".csv,.txt,.zip,text/csv,application/zip"
          onChange={(files) => {
            load.reset();
            setChosen(nothing);
            void readFiles(files).then((found) => {
              setRead(found);
              if (found !== 'unreadable' && 'lines' in found) setChosen({ lines: found.lines, ended: [] });
            });
          }}
        />
        {read && <FileProblem read={read} />}
        {oneRoster && school && <OneRosterFields oneRoster={oneRoster} grades={grades} change={choose} />}
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
            disabled={count === 0}
            loading={load.isPending}
            onClick={() => load.mutate(true)}
          >
            {t('class.check', { count })}
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
