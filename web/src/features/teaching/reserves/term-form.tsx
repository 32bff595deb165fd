import rules from 'virtual:form/teaching-set-term';
import { Button, TextInput } from '@mantine/core';
import { Dialog } from '../../../components/dialog.tsx';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Term, useSetTerm } from './use-reserves.ts';

/** The code of a term from its name: “Fall 2027” is `fall-2027`. */
const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 32);

type Props = { memberId: string; term: Term | undefined; close: (termId?: string) => void };

/** A dialog for the name and the days of a term. Reserves go back after its last day. */
export const TermForm = ({ memberId, term, close }: Props) => {
  const t = useTranslate();
  const { name = '', startsOn = '', endsOn = '' } = term ?? {};
  const initial = { name, startsOn, endsOn };
  const { values, text, submit, failed, refused } = useOperationForm({ rules, initial });
  const set = useSetTerm(memberId);
  const termId = term?.termId ?? codeOf(values.name);
  const isOutOfOrder = values.startsOn !== '' && values.endsOn !== '' && values.endsOn < values.startsOn;
  const send = submit((filled) =>
    set.mutate({ termId, ...initial, ...filled }, { onSuccess: () => close(termId), onError: refused }),
  );
  const endsField = text('endsOn');
  return (
    <Dialog title={t(term ? 'reserve.edit-term' : 'reserve.new-term')} close={() => close()}>
      <form className="stack" noValidate onSubmit={send}>
        <TextInput label={t('reserve.term-name')} data-autofocus {...text('name')} />
        <TextInput label={t('reserve.starts-on')} {...text('startsOn')} />
        <TextInput
          label={t('reserve.ends-on')}
          description={t('reserve.ends-meaning')}
          {...endsField}
          error={isOutOfOrder ? t('reserve.ends-before') : endsField.error}
        />
        {failed && <FailedNotice thrown={failed} />}
        <div className="row">
          <Button type="submit" loading={set.isPending} disabled={isOutOfOrder}>
            {t('do.save')}
          </Button>
          <Button variant="default" onClick={() => close()}>
            {t('do.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
