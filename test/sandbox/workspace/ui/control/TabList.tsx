import { useRef } from 'react';
import styled from 'styled-components';
import { color } from '../color.ts';

const List = styled.div`
  display: flex;
  gap: 20px;
  margin-bottom: 16px;
  border-bottom: 1px solid ${color('border.default')};
`;

const Tab = styled.button`
  margin-bottom: -1px;
  padding: 8px 0;
  border: 0;
  border-bottom: 3px solid transparent;
  background: none;
  color: ${color('foreground.default')};
  cursor: pointer;
  font: inherit;

  &[aria-selected='true'] {
    border-bottom-color: ${color('border.primaryEmphasis')};
    color: ${color('foreground.primary')};
    font-weight: 600;
  }

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: 2px;
  }
`;

interface TabListProps<Name extends string> {
  label: string;
  tabs: readonly { name: Name; title: string }[];
  selected: Name;
  onSelect(name: Name): void;
}

/** Tabs of which one is shown; the arrow keys go from one to the next. */
export function TabList<Name extends string>({ label, tabs, selected, onSelect }: TabListProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const at = tabs.findIndex((tab) => tab.name === selected);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.name);
    list.current?.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  };
  return (
    <List
      ref={list}
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(1);
        if (event.key === 'ArrowLeft') step(-1);
      }}
    >
      {tabs.map(({ name, title }) => (
        <Tab
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === selected}
          aria-controls="sandbox-panel"
          tabIndex={name === selected ? 0 : -1}
          onClick={() => onSelect(name)}
        >
          {title}
        </Tab>
      ))}
    </List>
  );
}
