import { FauxInput, Field, Input, Label } from '@zendeskgarden/react-forms';
import { Tag } from '@zendeskgarden/react-tags';
import { useState } from 'react';
import styled from 'styled-components';
import { useWords } from '../state/workspace.ts';

const Wrap = styled(FauxInput)`
  && {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    height: auto;
    min-height: 32px;
    margin-top: 4px;
    padding: 4px;
  }

  ul {
    display: contents;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    max-width: 100%;
  }
`;

const Entry = styled(Input)`
  && {
    flex: 1;
    width: 60px;
    min-width: 60px;
    min-height: 20px;
    padding: 0 4px;
  }
`;

interface TagsFieldProps {
  /** Named "Tags" unless said otherwise. */
  label?: string;
  tags: readonly string[];
  onAdd: (tags: readonly string[]) => void;
  onRemove: (tag: string) => void;
  isDisabled?: boolean;
}

/** The tags as chips; Enter, comma or space adds what is typed, Backspace in the empty field takes the last off. */
export function TagsField({ label, tags, onAdd, onRemove, isDisabled = false }: TagsFieldProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const name = label ?? words.t('tags');
  const commit = (typed = text) => {
    const words = typed.split(/[\s,]+/).filter((word) => word !== '');
    if (words.length > 0) onAdd(words);
    setText('');
  };
  return (
    <Field>
      <Label>{name}</Label>
      <Wrap isCompact>
        <ul aria-label={name}>
          {tags.map((tag) => (
            <li key={tag}>
              <Tag size="medium">
                <span title={tag}>{tag}</span>
                {!isDisabled && (
                  <Tag.Close aria-label={words.t('removeTag', { tag })} onClick={() => onRemove(tag)} />
                )}
              </Tag>
            </li>
          ))}
        </ul>
        <Entry
          isBare
          isCompact
          disabled={isDisabled}
          value={text}
          onChange={(event) => {
            const typed = event.target.value;
            if (/[\s,]$/.test(typed)) commit(typed);
            else setText(typed);
          }}
          onBlur={() => commit()}
          onKeyDown={(event) => {
            const last = tags.at(-1);
            if (event.key === 'Backspace' && text === '' && last !== undefined) onRemove(last);
            if (event.key !== 'Enter') return;
            event.preventDefault();
            commit();
          }}
        />
      </Wrap>
    </Field>
  );
}
