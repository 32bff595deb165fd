import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type ShownProposal, useRemark } from '../shared/voting.ts';

type Given = { shown: ShownProposal };
type Remark = ShownProposal['remarks'][number];

const RemarkText = ({
  remark: { memberId, text, by, at },
  names,
}: {
  remark: Remark;
  names: ShownProposal['names'];
}) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { memberName } = useDirectory();
  return (
    <li className="row-card">
      <div className="row-body">
        <p>{text}</p>
        <p className="quiet">
          {memberId ? memberName(memberId) : t('proposals.consortium')} · {staffName(by, names)} · {time(at)}
        </p>
      </div>
    </li>
  );
};

const kinds = ['comment', 'for', 'against'] as const;

const RemarkForm = ({ shown: { proposal, may } }: Given) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const [kind, setKind] = useState<(typeof kinds)[number]>('comment');
  const [memberId, setMemberId] = useState(may.speakFor[0] ?? '');
  const [text, setText] = useState('');
  const remark = useRemark(proposal.proposalId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const entered = { kind, text: text.trim(), ...(memberId !== '' && { memberId }) };
    remark.mutate(entered, { onSuccess: () => setText('') });
  };
  return (
    <form className="stack" aria-label={t('discussion.write')} onSubmit={submit}>
      <NativeSelect
        size="sm"
        label={t('discussion.kind')}
        value={kind}
        onChange={({ currentTarget: { value } }) => setKind(kinds.find((one) => one === value) ?? 'comment')}
      >
        {kinds.map((one) => (
          <option key={one} value={one} disabled={one !== 'comment' && memberId === ''}>
            {t(`discussion.${one}`)}
          </option>
        ))}
      </NativeSelect>
      {(may.speakFor.length > 1 || (may.run && may.speakFor.length > 0)) && (
        <NativeSelect
          size="sm"
          label={t('discussion.as')}
          value={memberId}
          onChange={({ currentTarget: { value } }) => setMemberId(value)}
        >
          {may.speakFor.map((one) => (
            <option key={one} value={one}>
              {memberName(one)}
            </option>
          ))}
          {may.run && <option value="">{t('proposals.consortium')}</option>}
        </NativeSelect>
      )}
      <Textarea
        size="sm"
        required
        autosize
        minRows={3}
        maxLength={2000}
        label={t('discussion.text')}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <p>
        <Button size="sm" type="submit" loading={remark.isPending}>
          {t('discussion.send')}
        </Button>
      </p>
      {remark.error && <FailedNotice thrown={remark.error} />}
    </form>
  );
};

/** Statements for and against a proposal side by side, the comments, and the form to write one. */
export const Discussion = ({ shown }: Given) => {
  const t = useTranslate();
  const { proposal, remarks, may, names } = shown;
  const isOpen = proposal.state === 'open' || proposal.state === 'voting';
  const of = (kind: Remark['kind']) => remarks.filter((one) => one.kind === kind);
  if (proposal.state === 'draft') return undefined;
  return (
    <Panel title={t('discussion.title')} count={remarks.length}>
      <div className="vote-sides">
        {shown.sides.map((side) => (
          <section key={side} aria-label={t(`discussion.statements-${side}`)}>
            <h3>{t(`discussion.statements-${side}`)}</h3>
            {of(side).length === 0 ? (
              <p className="quiet">{t('discussion.none-filed')}</p>
            ) : (
              <ul className="rows">
                {of(side).map((one) => (
                  <RemarkText key={one.remarkId} remark={one} names={names} />
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      <h3>{t('discussion.comments')}</h3>
      {of('comment').length === 0 && <p className="quiet">{t('discussion.no-comments')}</p>}
      <ul className="rows">
        {of('comment').map((one) => (
          <RemarkText key={one.remarkId} remark={one} names={names} />
        ))}
      </ul>
      {isOpen && (may.run || may.speakFor.length > 0) && <RemarkForm shown={shown} />}
    </Panel>
  );
};
