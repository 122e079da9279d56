import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label, Textarea } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { Ticket } from '../../api/shapes.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import { Dialog } from '../Dialog.tsx';

interface MergeConfirmProps {
  id: number;
  target: Ticket;
  targetText: string;
  sourceText: string;
  onClose: () => void;
}

/** What is said on both tickets, and the last word before they are merged. */
export function MergeConfirm({ id, target, onClose, ...texts }: MergeConfirmProps) {
  const { rest, navigation, tabs, notify } = useWorkspace();
  const words = useWords();
  const [targetText, setTargetText] = useState(texts.targetText);
  const [sourceText, setSourceText] = useState(texts.sourceText);
  const [isTargetPublic, setTargetPublic] = useState(false);
  const [isSourcePublic, setSourcePublic] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const merge = async () => {
    setBusy(true);
    try {
      await rest.mergeInto(target.id, {
        ids: [id],
        target_comment: targetText,
        source_comment: sourceText,
        target_comment_is_public: isTargetPublic,
        source_comment_is_public: isSourcePublic,
      });
      onClose();
      navigation.go({ page: 'ticket', ticket: target.id });
      await Promise.all([tabs.refresh(id), tabs.refresh(target.id)]);
      notify({ text: words.t('merged', { id, target: target.id }), kind: 'success', duration: 4000 });
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), kind: 'error', duration: 8000 });
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={words.t('mergeConfirm', { id, target: target.id })}
      onClose={onClose}
      width={600}
      actions={
        <>
          <Button isBasic size="small" onClick={onClose}>
            {words.t('cancel')}
          </Button>
          <Button isPrimary size="small" disabled={isBusy} onClick={() => void merge()}>
            {words.t('mergeNow')}
          </Button>
        </>
      }
    >
      <MergeComment
        label={words.t('mergeTargetComment', { id: target.id })}
        text={targetText}
        isPublic={isTargetPublic}
        onText={setTargetText}
        onPublic={setTargetPublic}
      />
      <MergeComment
        label={words.t('mergeSourceComment', { id })}
        text={sourceText}
        isPublic={isSourcePublic}
        onText={setSourceText}
        onPublic={setSourcePublic}
      />
      <div>{words.t('mergeHint', { id })}</div>
    </Dialog>
  );
}

interface MergeCommentProps {
  label: string;
  text: string;
  isPublic: boolean;
  onText: (text: string) => void;
  onPublic: (isPublic: boolean) => void;
}

function MergeComment({ label, text, isPublic, onText, onPublic }: MergeCommentProps) {
  const words = useWords();
  return (
    <div>
      <Field>
        <Label>{label}</Label>
        <Textarea isCompact minRows={3} value={text} onChange={(event) => onText(event.target.value)} />
      </Field>
      <Field style={{ marginTop: 8 }}>
        <Checkbox checked={isPublic} onChange={(event) => onPublic(event.target.checked)}>
          <Label isRegular>{words.t('requesterCanSee')}</Label>
        </Checkbox>
      </Field>
    </div>
  );
}
