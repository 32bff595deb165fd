import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDirectory } from '../../parts/directory.ts';
import { ReasonField, saysWhy } from '../../parts/reason-field.tsx';
import { FailedNotice, Waiting, WaitingRoom } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { toast } from '../../parts/toasts.tsx';
import { useSession } from '../../session/session.ts';
import { hasRole, useWho } from '../../session/who.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import './edit.css';
import { type Finding, type Source, useFindings, useSave, useSource } from './edit.ts';
import { FieldLine, type LineActs } from './field-line.tsx';
import { type Line, lineAt, linesOf, recordOf } from './record-lines.ts';

const route = getRouteApi('/edit/$sourceId');

/** The lines, and what can be done to them; the new one, and the one beside one that goes, gets the focus. */
const useLines = (source: Source) => {
  const [lines, setLines] = useState(() => linesOf(source.record));
  const next = useRef(lines.length);
  // Drawn at once, so that what is typed next is typed there.
  const put = (key: number | undefined, changed: (all: Line[]) => Line[]): void => {
    flushSync(() => setLines(changed));
    document.getElementById(`tag-${key}`)?.focus();
  };
  const acts: LineActs = {
    change: (line) => setLines((all) => all.map((one) => (one.key === line.key ? line : one))),
    add: (below) => {
      const line: Line = { key: next.current++, tag: '', indicators: '##', text: '$a' };
      put(line.key, (all) => all.flatMap((one) => (one.key === below.key ? [one, line] : [one])));
    },
    remove: (line) => put(lines[lines.indexOf(line) - 1]?.key, (all) => all.filter((one) => one.key !== line.key)),
    move: (line, by) =>
      put(line.key, (all) => {
        const at = all.findIndex((one) => one.key === line.key);
        const rest = all.toSpliced(at, 1);
        return rest.toSpliced(Math.max(0, at + by), 0, all[at] ?? line);
      }),
  };
  return { lines, acts };
};

const marks = (tag: string, { protected: fields }: Source): boolean =>
  fields.some(({ tag: pattern, mark }) => !mark && [...pattern].every((one, i) => one === 'X' || one === tag[i]));

const Summary = ({ findings, isLooking }: { findings: readonly Finding[]; isLooking: boolean }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const faults = findings.filter(({ level }) => level === 'refusal').length;
  const whole = findings.filter(({ pointer }) => pointer === '');
  return (
    <div aria-live="polite">
      <p>{isLooking ? say('edit.looking') : say('edit.found', { faults, warnings: findings.length - faults })}</p>
      {whole.map(({ code, params, detail }) => (
        <p key={`${code} ${params.tag}`} className="finding-bad">
          {sayOf('finding', code, detail, params)}
        </p>
      ))}
    </div>
  );
};

const Editor = ({ source, again }: { source: Source; again: () => void }) => {
  const say = useSay();
  const navigate = useNavigate();
  const { sourceId, recordId, version } = source;
  const { lines, acts } = useLines(source);
  const [reason, setReason] = useState('');
  const record = recordOf(lines);
  const isChanged = JSON.stringify(record) !== JSON.stringify(recordOf(linesOf(source.record)));
  const { findings, isLooking, error } = useFindings(sourceId, record, isChanged);
  const save = useSave(sourceId);
  const isUnsound = findings.some(({ level }) => level === 'refusal');
  const submit = (): void =>
    save.mutate(
      { version, record, reason: reason.trim() },
      {
        onSuccess: (done) => {
          toast(say('edit.saved'));
          void navigate({ to: '/record/$recordId/sources', params: { recordId: done.recordId } });
        },
      },
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="quiet">{say('edit.keys')}</p>
      <p className="quiet">
        {source.protected.length > 0 && <>{say('edit.protected-meaning')} </>}
        <Link to="/protected-fields" search={{ member: source.memberId }}>
          {say('protection.title')}
        </Link>
      </p>
      <ul className="field-lines">
        {lines.map((line) => (
          <FieldLine
            key={line.key}
            {...acts}
            line={line}
            isProtected={marks(line.tag, source)}
            findings={isChanged ? findings.filter(({ pointer }) => lineAt(lines, pointer)?.key === line.key) : []}
          />
        ))}
      </ul>
      {isChanged && <Summary findings={findings} isLooking={isLooking} />}
      {error && <FailedNotice thrown={error} />}
      <ReasonField meaning={say('edit.reason-meaning')} reason={reason} change={setReason} />
      <p className="row">
        <Button
          type="submit"
          disabled={!isChanged || isUnsound || isLooking || !saysWhy(reason)}
          loading={save.isPending}
        >
          {say('edit.save')}
        </Button>
        <Link to="/record/$recordId/sources" params={{ recordId }}>
          {say('do.not-now')}
        </Link>
      </p>
      {save.error && <FailedNotice thrown={save.error} again={again} />}
    </form>
  );
};

const Whole = ({ sourceId }: { sourceId: string }) => {
  const say = useSay();
  const { memberName } = useDirectory();
  const { data: source, error, refetch } = useSource(sourceId);
  const [round, setRound] = useState(0);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!source) return <Waiting rows={6} height={40} />;
  if (!source.mayEdit) return <p className="notice">{say('problem.not-yours')}</p>;
  const again = (): void => void refetch().then(() => setRound(round + 1));
  return (
    <>
      <p className="hit-by">{say('union.source', { member: memberName(source.memberId), number: source.localId })}</p>
      {source.isEdited && <p className="quiet">{say('edit.edited')}</p>}
      <Editor key={`${sourceId} ${round}`} source={source} again={again} />
    </>
  );
};

/** A member's record, edited field by field and looked through while one types. */
export const EditRoom = () => {
  const say = useSay();
  const session = useSession();
  const who = useWho();
  const { sourceId } = route.useParams();
  useTitle(say('edit.title'));
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  return (
    <div className="room room-wide">
      <h1>{say('edit.title')}</h1>
      {hasRole(who, 'cataloguer') ? (
        <Whole key={sourceId} sourceId={sourceId} />
      ) : (
        <>
          <p className="notice">{say('union.not-here')}</p>
          {!session && (
            <Link to="/sign-in" search={{ back: `/edit/${encodeURIComponent(sourceId)}` }} className="call">
              {say('do.staff-sign-in')}
            </Link>
          )}
        </>
      )}
    </div>
  );
};
