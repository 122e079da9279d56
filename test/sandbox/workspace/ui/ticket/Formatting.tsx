import { Button, IconButton } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import styled from 'styled-components';
import { useWords } from '../../state/workspace.ts';
import { escaped } from '../../text/convert.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { Dialog } from '../Dialog.tsx';
import {
  BoldIcon,
  BulletsIcon,
  ClipIcon,
  CodeIcon,
  ItalicIcon,
  LinkIcon,
  NumbersIcon,
  QuoteIcon,
} from '../icons.tsx';

const Tools = styled.div`
  display: flex;
  align-items: center;
  gap: 2px;
  padding: 0 6px 6px;
`;

interface FormattingProps {
  model: TicketModel;
}

/** Formatting of the selected text by the browser's own editing commands, links, and files. */
export function Formatting({ model }: FormattingProps) {
  const words = useWords();
  const files = useRef<HTMLInputElement>(null);
  const [linked, setLinked] = useState<Range>();
  const tools = [
    { label: words.t('bold'), icon: <BoldIcon />, act: () => command('bold') },
    { label: words.t('italic'), icon: <ItalicIcon />, act: () => command('italic') },
    { label: words.t('list'), icon: <BulletsIcon />, act: () => command('insertUnorderedList') },
    { label: words.t('numbered'), icon: <NumbersIcon />, act: () => command('insertOrderedList') },
    { label: words.t('quote'), icon: <QuoteIcon />, act: () => command('formatBlock', 'blockquote') },
    { label: words.t('code'), icon: <CodeIcon />, act: insertCode },
    { label: words.t('link'), icon: <LinkIcon />, act: () => setLinked(selectedRange()) },
    { label: words.t('attach'), icon: <ClipIcon />, act: () => files.current?.click() },
  ];
  return (
    <Tools role="toolbar" aria-label={words.t('formatting')}>
      {tools.map(({ label, icon, act }) => (
        <IconButton
          key={label}
          size="small"
          aria-label={label}
          title={label}
          onMouseDown={(event) => event.preventDefault()}
          onClick={act}
        >
          {icon}
        </IconButton>
      ))}
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={words.t('attach')}
        onChange={(event) => {
          model.attach([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {linked && <LinkDialog range={linked} onClose={() => setLinked(undefined)} />}
    </Tools>
  );
}

function command(name: string, value?: string): void {
  document.execCommand(name, false, value);
}

function editableOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[contenteditable]') ?? null;
}

function insertCode(): void {
  const text = document.getSelection()?.toString() ?? '';
  command('insertHTML', `<code>${escaped(text) || '&nbsp;'}</code>`);
}

function selectedRange(): Range | undefined {
  const selection = document.getSelection();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
}

/** Asks for the address; the text that was selected becomes the link, or the address itself. */
function LinkDialog({ range, onClose }: { range: Range; onClose: () => void }) {
  const words = useWords();
  const [url, setUrl] = useState('');
  const insert = () => {
    // While the dialog is open nothing behind it can have the focus.
    flushSync(onClose);
    const address = /^[a-z]+:/i.test(url) ? url : `https://${url}`;
    const selection = document.getSelection();
    editableOf(range.startContainer)?.focus();
    selection?.removeAllRanges();
    selection?.addRange(range);
    if (range.collapsed) command('insertHTML', `<a href="${escaped(address)}">${escaped(address)}</a>`);
    else command('createLink', address);
  };
  return (
    <Dialog
      title={words.t('link')}
      onClose={onClose}
      width={420}
      actions={
        <Button isPrimary size="small" disabled={url.trim() === ''} onClick={insert}>
          {words.t('insert')}
        </Button>
      }
    >
      <Field>
        <Label>{words.t('linkAddress')}</Label>
        <Input
          isCompact
          autoFocus
          value={url}
          placeholder="https://"
          onChange={(event) => setUrl(event.target.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && url !== '') insert();
          }}
        />
      </Field>
    </Dialog>
  );
}
