import { type KeyboardEvent, useRef, useState } from 'react';
import styled from 'styled-components';
import { useDirectory, useWords } from '../../state/workspace.ts';
import { color } from '../color.ts';
import { BackIcon, ChevronIcon } from '../icons.tsx';
import { type MacroEntry, macroEntries } from './macro-entries.ts';

const Panel = styled.div`
  position: absolute;
  z-index: 30;
  bottom: calc(100% + 6px);
  left: 0;
  width: 340px;
  padding: 8px;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};
  box-shadow: 0 16px 28px ${color('shadow.large')};

  input {
    width: 100%;
    padding: 7px 10px;
    border: 1px solid ${color('border.default')};
    border-radius: 4px;
    background: ${color('background.default')};
    color: ${color('foreground.default')};
    font: inherit;
  }

  input:focus-visible {
    outline: none;
    border-color: ${color('border.primaryEmphasis')};
  }

  [role='menu'] {
    max-height: 320px;
    margin: 6px 0 0;
    overflow-y: auto;
  }

  [role='menuitem'] {
    display: flex;
    align-items: center;
    width: 100%;
    gap: 8px;
    padding: 6px 10px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }

  [role='menuitem'] span {
    flex: 1;
  }

  [role='menuitem']:hover,
  [role='menuitem']:focus-visible {
    outline: none;
    background: ${color('background.primaryEmphasis', { transparency: 200 })};
  }

  p {
    margin: 8px 10px;
    color: ${color('foreground.subtle')};
  }
`;

/** The macros to choose from, with the field that searches them. */
export function MacroPanel({ onApply }: { onApply: (id: number) => void }) {
  const words = useWords();
  const { macros } = useDirectory();
  const [text, setText] = useState('');
  const [path, setPath] = useState<readonly string[]>([]);
  const panel = useRef<HTMLDivElement>(null);
  const entries = macroEntries(macros, path, text);
  const choose = (entry: MacroEntry) => {
    if (entry.kind === 'macro') return onApply(entry.id);
    setPath(entry.kind === 'up' ? path.slice(0, -1) : [...path, entry.label]);
    panel.current?.querySelector('input')?.focus();
  };
  return (
    <Panel ref={panel} onKeyDown={(event) => moveFocus(event, panel.current)}>
      <input
        type="search"
        aria-label={words.t('searchMacros')}
        placeholder={words.t('searchMacros')}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the panel opens to be typed into.
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const first = entries.find((it) => it.kind === 'macro');
          if (event.key === 'Enter' && text !== '' && first) choose(first);
        }}
      />
      {entries.length === 0 && <p>{words.t(macros.length === 0 ? 'noMacros' : 'nothingFound')}</p>}
      <div role="menu" aria-label={words.t('applyMacro')}>
        {entries.map((entry) => (
          <button
            key={entry.kind === 'macro' ? entry.id : `${entry.kind} ${entry.label}`}
            type="button"
            role="menuitem"
            aria-haspopup={entry.kind === 'category' ? 'menu' : undefined}
            onClick={() => choose(entry)}
          >
            {entry.kind === 'up' && <BackIcon />}
            <span>{entry.label}</span>
            {entry.kind === 'category' && <ChevronIcon style={{ transform: 'rotate(-90deg)' }} />}
          </button>
        ))}
      </div>
    </Panel>
  );
}

/** Arrow keys go through the field and the entries, round and round. */
function moveFocus(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const stops = [...(panel?.querySelectorAll<HTMLElement>('input, [role="menuitem"]') ?? [])];
  const here = document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1;
  const step = event.key === 'ArrowDown' ? 1 : -1;
  stops.at((here + step) % stops.length)?.focus();
}
