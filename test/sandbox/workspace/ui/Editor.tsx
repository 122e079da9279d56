import { forwardRef, useEffect, useLayoutEffect, useRef } from 'react';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import { escaped, isBlank } from '../text/convert.ts';
import { sanitizedFragment, sanitizedHtml } from '../text/sanitize.ts';
import type { TicketModel } from '../ticket/model.ts';
import { color } from './color.ts';

const Area = styled.div`
  position: relative;
  min-height: 84px;
  max-height: 34vh;
  overflow-y: auto;
  padding: 10px 14px;
  outline: none;
  line-height: 21px;
  overflow-wrap: anywhere;

  &[data-blank='true']::before {
    position: absolute;
    color: ${color('foreground.subtle')};
    content: attr(data-placeholder);
    pointer-events: none;
  }

  p,
  ul,
  ol {
    margin: 0 0 10px;
  }

  blockquote {
    margin: 0 0 10px;
    padding-left: 12px;
    border-left: 3px solid ${color('border.default')};
  }

  code {
    padding: 1px 4px;
    border-radius: 4px;
    background: ${color('background.recessed')};
    font-family: ${({ theme }) => theme.fonts.mono};
    font-size: 13px;
  }

  a {
    color: ${color('foreground.primary')};
  }
`;

interface EditorProps {
  model: TicketModel;
  label: string;
  placeholder: string;
}

/**
 * The rich-text field. What is typed goes to the model; what apps and macros put into the model comes back here. Only
 * a difference between the two touches the field, so the cursor stays while typing.
 */
export const Editor = forwardRef<HTMLDivElement, EditorProps>(function Editor(
  { model, label, placeholder },
  ref,
) {
  const area = useRef<HTMLDivElement | null>(null);
  const { composer } = useStore(model.store);
  useLayoutEffect(() => {
    const element = area.current;
    if (element && element.innerHTML !== composer.html)
      element.replaceChildren(sanitizedFragment(composer.html));
  }, [composer.html]);
  useEffect(() => {
    model.onInsert((html) => {
      if (area.current) insertAtCursor(area.current, html);
    });
    return () => model.onInsert(undefined);
  }, [model]);
  const read = () => {
    const html = area.current?.innerHTML ?? '';
    model.setComposer({ html: isBlank(html) ? '' : html });
  };
  return (
    <Area
      ref={(element) => {
        area.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      contentEditable
      suppressContentEditableWarning
      dir="auto"
      data-placeholder={placeholder}
      data-blank={isBlank(composer.html)}
      onInput={read}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        model.attach([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        event.preventDefault();
        if (event.clipboardData.files.length > 0) {
          model.attach([...event.clipboardData.files]);
          return;
        }
        const html = event.clipboardData.getData('text/html');
        const text = escaped(event.clipboardData.getData('text/plain')).replaceAll('\n', '<br>');
        document.execCommand('insertHTML', false, html === '' ? text : sanitizedHtml(html));
      }}
    />
  );
});

/** At the cursor if it is in the field, else at the end; either way the field tells the model as if it were typed. */
function insertAtCursor(area: HTMLElement, html: string): void {
  const selection = document.getSelection();
  const isInside = selection?.anchorNode !== null && area.contains(selection?.anchorNode ?? null);
  const fragment = sanitizedFragment(html);
  if (isInside && selection && selection.rangeCount > 0) {
    const range = selection.getRangeAt(0);
    range.deleteContents();
    range.insertNode(fragment);
    range.collapse(false);
  } else {
    area.append(fragment);
  }
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
