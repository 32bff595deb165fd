import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { authorsOf } from '../shared/authors.ts';
import { useProposal, useWrite } from '../shared/voting.ts';

type Before = { proposalId: string; v: number; title: string; text: string; options: readonly string[]; kind?: string };

/** The form of a proposal: its title and its reasons. */
const ProposalForm = ({ before, authors }: { before?: Before; authors: readonly string[] }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { memberName } = useDirectory();
  const write = useWrite();
  const [title, setTitle] = useState(before?.title ?? '');
  const [text, setText] = useState(before?.text ?? '');
  const [options, setOptions] = useState((before?.options ?? []).join('\n'));
  const [author, setAuthor] = useState(authors[0] ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const names = options.split('\n').flatMap((line) => line.trim() || []);
    const of = before ? { proposalId: before.proposalId, v: before.v } : author === '' ? {} : { memberId: author };
    write.mutate(
      { ...of, title: title.trim(), text: text.trim(), ...(names.length > 0 && { options: names }) },
      { onSuccess: ({ proposalId }) => void navigate({ to: '/proposals/$proposalId', params: { proposalId } }) },
    );
  };
  return (
    <form className="stack" aria-label={t('proposals.write')} onSubmit={submit}>
      {!before && authors.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('proposals.author')}
          value={author}
          onChange={({ currentTarget: { value } }) => setAuthor(value)}
        >
          {authors.map((one) => (
            <option key={one} value={one}>
              {one === '' ? t('proposals.consortium') : memberName(one)}
            </option>
          ))}
        </NativeSelect>
      )}
      <TextInput
        size="sm"
        required
        maxLength={160}
        label={t('proposals.question')}
        value={title}
        onChange={({ currentTarget: { value } }) => setTitle(value)}
      />
      <Textarea
        size="sm"
        required
        autosize
        minRows={6}
        maxLength={10_000}
        label={t('proposal.reasons')}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {before?.kind === undefined && (!before || before.options.length > 0) && (
        <Textarea
          size="sm"
          autosize
          minRows={2}
          maxLength={1500}
          required={before !== undefined}
          label={t('proposals.options')}
          description={t('proposals.options-meaning')}
          value={options}
          onChange={({ currentTarget: { value } }) => setOptions(value)}
        />
      )}
      {before && <p className="quiet">{t('proposal.support-lost')}</p>}
      <p>
        <Button size="sm" type="submit" loading={write.isPending}>
          {t('proposals.save')}
        </Button>
      </p>
      {write.error && <FailedNotice thrown={write.error} />}
    </form>
  );
};

/** The page that writes a proposal without a policy. A change of rules is proposed on the page of the rules. */
export const NewProposalPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('proposals.write'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const authors = authorsOf(who);
  return (
    <div className="page bench">
      <h1>{t('proposals.write')}</h1>
      <p className="quiet">{t('proposals.write-meaning')}</p>
      {who?.kind !== 'staff' ? (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back="/proposals/new" />
        </Empty>
      ) : authors.length === 0 ? (
        <Empty title={t('proposals.not-author')} />
      ) : (
        <ProposalForm authors={authors} />
      )}
    </div>
  );
};

const route = getRouteApi('/proposals/$proposalId/edit');

/** The page that writes a new text of a proposal. */
export const EditProposalPage = () => {
  const t = useTranslate();
  const who = useWho();
  const { proposalId } = route.useParams();
  const { data, error, refetch } = useProposal(proposalId, who?.kind === 'staff');
  useTitle(t('proposal.edit'));
  return (
    <div className="page bench">
      <p>
        <Link to="/proposals/$proposalId" params={{ proposalId }}>
          {data?.proposal.title ?? t('proposals.proposal')}
        </Link>
      </p>
      <h1>{t('proposal.edit')}</h1>
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : data ? (
        <ProposalForm
          before={{
            ...{ proposalId, v: data.proposal.v, title: data.proposal.title, text: data.text.text },
            options: data.text.options ?? [],
            ...(data.proposal.kind !== undefined && { kind: data.proposal.kind }),
          }}
          authors={[]}
        />
      ) : who?.kind === 'staff' ? (
        <Waiting rows={3} height={80} />
      ) : (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back={`/proposals/${proposalId}/edit`} />
        </Empty>
      )}
    </div>
  );
};
