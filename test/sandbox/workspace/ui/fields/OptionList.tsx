import { type CSSProperties, useLayoutEffect, useState } from 'react';
import styled from 'styled-components';
import { useWords } from '../../state/workspace.ts';
import { color } from '../color.ts';
import { BackIcon, ChevronIcon, PlusIcon } from '../icons.tsx';
import type { Choice, Listbox } from './use-listbox.ts';

const List = styled.div`
  position: fixed;
  z-index: 40;
  margin: 0;
  padding: 4px;
  overflow-y: auto;
  border: 1px solid ${color('border.default')};
  border-radius: 4px;
  background: ${color('background.raised')};
  font-size: 14px;
  line-height: 20px;
  box-shadow: 0 12px 24px ${color('shadow.large')};

  [role='option'] {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 5px 8px;
    border-radius: 3px;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  [role='option'] span {
    flex: 1;
  }

  [role='option']:hover,
  [data-active='true'] {
    background: ${color('background.primaryEmphasis', { transparency: 200 })};
  }

  [aria-selected='true'] {
    font-weight: 600;
  }

  [role='presentation'] {
    padding: 5px 8px;
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

interface OptionListProps {
  listbox: Listbox;
  label: string;
  choices: readonly Choice[];
  selected: readonly string[];
}

/** The list below a field, above it where there is more room. It floats, so that no panel cuts it off. */
export function OptionList({ listbox, label, choices, selected }: OptionListProps) {
  const words = useWords();
  const place = usePlace(listbox);
  return (
    <List id={`${listbox.id}.list`} role="listbox" aria-label={label} style={place}>
      {choices.map((choice, index) => [
        choice.legend !== undefined && (
          <div key={`legend ${choice.legend}`} role="presentation">
            {choice.legend}
          </div>
        ),
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
        <div
          key={choice.value}
          id={`${listbox.id}.${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={selected.includes(choice.value)}
          data-active={index === listbox.active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => listbox.choose(choice)}
        >
          {choice.type === 'previous' && <BackIcon />}
          {choice.type === 'add' && <PlusIcon />}
          <span>{choice.label}</span>
          {choice.type === 'next' && <ChevronIcon style={{ transform: 'rotate(-90deg)' }} />}
        </div>,
      ])}
      {choices.length === 0 && <div role="presentation">{words.t('nothingFound')}</div>}
    </List>
  );
}

const most = 280;

/** Beside the field's place on the screen, kept there while something scrolls. */
function usePlace({ anchor }: Listbox): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  useLayoutEffect(() => {
    const measure = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (box === undefined) return;
      const below = window.innerHeight - box.bottom;
      const { left, width } = box;
      setPlace(
        below > 200 || below > box.top
          ? { left, width, top: box.bottom + 4, maxHeight: Math.min(most, below - 12) }
          : {
              left,
              width,
              bottom: window.innerHeight - box.top + 4,
              maxHeight: Math.min(most, box.top - 12),
            },
      );
    };
    measure();
    window.addEventListener('scroll', measure, true);
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, true);
      window.removeEventListener('resize', measure);
    };
  }, [anchor]);
  return place;
}
