import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { asProblem, passes } from '../../../api/problem.ts';
import { ReasonField, saysWhy } from '../../../components/reason-field.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useAskBeforeLeaving } from '../../../components/use-confirm-leaving.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Finding, type MarcRecord, type Source, useFindings, useSave } from './edit.ts';
import { FieldLine } from './field-line.tsx';
import { LikeRecords } from './like-records.tsx';
import { Overtaken } from './overtaken.tsx';
import { filledLines, type Line, lineAt, linesOf, recordOf } from './record-lines.ts';
import { useLines } from './use-lines.ts';

const marks = (tag: string, { protected: fields }: Source): boolean =>
  fields.some(({ tag: pattern, mark }) => !mark && [...pattern].every((one, i) => one === 'X' || one === tag[i]));

const Summary = ({ findings, isChecking }: { findings: readonly Finding[]; isChecking: boolean }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const faults = findings.filter(({ level }) => level === 'refusal').length;
  const whole = findings.filter(({ pointer }) => pointer === '');
  return (
    <div aria-live="polite">
      <p>{isChecking ? t('edit.looking') : t('edit.found', { faults, warnings: findings.length - faults })}</p>
      {whole.map(({ code, params, detail }) => (
        <p key={`${code} ${params.tag}`} className="finding-bad">
          {textOf('finding', code, detail, params)}
        </p>
      ))}
    </div>
  );
};

const Explained = ({ source }: { source: Source }) => {
  const t = useTranslate();
  return (
    <>
      <p className="quiet">{t('edit.keys')}</p>
      <p className="quiet">
        {source.protected.length > 0 && <>{t('edit.protected-meaning')} </>}
        <Link to="/protected-fields" search={{ member: source.memberId }}>
          {t('protection.title')}
        </Link>
      </p>
    </>
  );
};

const isTemporary = (thrown: unknown): boolean => {
  const problem = asProblem(thrown);
  return passes(problem) || problem.status >= 500;
};

/**
 * The lines of a record under edit. The input stays until it is saved or discarded: a failed save is retried with the same body, and an
 * edit that conflicts with another is compared with the current record. Takes the record as first read, and the record that the lines
 * begin with, when that is another.
 */
export const Editor = ({ source, begun }: { source: Source; begun?: MarcRecord | undefined }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { on, lines, acts, begin } = useLines(source, begun);
  const { sourceId, recordId, version } = on;
  const [reason, setReason] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const isSaved = useRef(false);
  const isNew = version === 'none';
  const sent = isNew ? filledLines(lines) : lines;
  const record = recordOf(sent);
  const leader = lines.find(({ tag }) => tag === 'LDR')?.text ?? '';
  const isChanged = JSON.stringify(record) !== JSON.stringify(recordOf(linesOf(on.record)));
  const { findings, like, isChecking, error } = useFindings(sourceId, record, isChanged);
  const save = useSave(sourceId);
  useAskBeforeLeaving(() => isChanged && !isSaved.current, t('edit.leave'));
  const isUnsound = findings.some(({ level }) => level === 'refusal');
  const isOvertaken = save.error !== null && asProblem(save.error).code === 'changed-since';
  const submit = (): void =>
    save.mutate(
      { version, record, reason: reason.trim() },
      {
        onSuccess: (done) => {
          isSaved.current = true;
          toast(t(isNew ? 'edit.created' : 'edit.saved'));
          void navigate({ to: '/record/$recordId/sources', params: { recordId: done.recordId } });
        },
      },
    );
  const resumeEditing = (current: Source, begun: readonly Line[]): void => {
    begin(current, begun);
    save.reset();
    list.current?.focus();
    toast(t('edit.goes-on'));
  };
  return (
    <>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Explained source={on} />
        {/* Disabled during a save: input at that time would neither be saved nor cause a warning. */}
        <fieldset className="stack" disabled={save.isPending}>
          <ul className="field-lines" ref={list} tabIndex={-1} aria-label={t('edit.lines')}>
            {lines.map((line) => (
              <FieldLine
                key={line.key}
                {...acts}
                line={line}
                leader={leader}
                isProtected={marks(line.tag, on)}
                findings={isChanged ? findings.filter(({ pointer }) => lineAt(sent, pointer)?.key === line.key) : []}
              />
            ))}
          </ul>
          {isChanged && <Summary findings={findings} isChecking={isChecking} />}
          {error && <FailedNotice thrown={error} />}
          <LikeRecords like={like} />
          <ReasonField meaning={t('edit.reason-meaning')} reason={reason} change={setReason} />
        </fieldset>
        <p className="row">
          <Button
            type="submit"
            disabled={!isChanged || isUnsound || isChecking || isOvertaken || !saysWhy(reason)}
            loading={save.isPending}
          >
            {t('edit.save')}
          </Button>
          {isNew ? (
            <Link to="/cataloguing">{t('do.not-now')}</Link>
          ) : (
            <Link to="/record/$recordId/sources" params={{ recordId }}>
              {t('do.not-now')}
            </Link>
          )}
        </p>
        {save.error && <FailedNotice thrown={save.error} again={isTemporary(save.error) ? submit : undefined} />}
      </form>
      {isOvertaken && (
        <Overtaken
          key={save.submittedAt}
          opened={on}
          lines={lines}
          begin={resumeEditing}
          refusedAt={save.submittedAt}
        />
      )}
    </>
  );
};
