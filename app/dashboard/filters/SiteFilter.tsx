import { Field, Input } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import { useBoard } from '../BoardContext.tsx';
import { useNames } from '../names/use-names.ts';
import { Checks } from '../parts/Checks.tsx';
import { Popup } from '../parts/Popup.tsx';
import { Subtle } from '../parts/Section.tsx';
import { MOST_VALUES, toggled, valuesOf } from '../route/many.ts';
import { useChosenText } from './ManyFilter.tsx';
import { useSites } from './use-sites.ts';

const Narrow = styled.div`
  width: 220px;
`;

export interface SiteFilterProps {
  /** Ids divided by commas. */
  readonly value: string | undefined;
  readonly onChange: (ids: string | undefined) => void;
}

/** Those that are chosen, and below them what the letters find. */
function Found({ value, onChange }: SiteFilterProps) {
  const { say } = useBoard().language;
  const [text, setText] = useState('');
  const sites = useSites(text);
  const chosen = valuesOf(value);
  const name = useNames('organization', chosen.map(Number));
  const others = (sites ?? []).filter((one) => !chosen.includes(one.value));
  const options = [
    ...chosen.map((one) => ({ value: one, label: name(Number(one)) })),
    ...(chosen.length < MOST_VALUES ? others : []),
  ];
  return (
    <>
      <Field>
        <Field.Label hidden>{say('filter.findSite')}</Field.Label>
        <Input
          isCompact
          type="search"
          placeholder={say('filter.findSite')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Checks options={options} chosen={chosen} onToggle={(one) => onChange(toggled(value, one))} />
      <Subtle role="status">
        {others.length > 0 ? '' : say(sites ? 'filter.noSite' : 'filter.siteHint')}
      </Subtle>
    </>
  );
}

/** Some sites out of thousands: found by the letters of their names. */
export function SiteFilter({ value, onChange }: SiteFilterProps) {
  const { say } = useBoard().language;
  const textOf = useChosenText();
  const ids = valuesOf(value).map(Number);
  const name = useNames('organization', ids);
  const [label, all] = [say('filter.site'), say('filter.allSites')];
  return (
    <Narrow>
      <Popup label={label} text={textOf({ label, all }, ids.map(name))}>
        <Found value={value} onChange={onChange} />
      </Popup>
    </Narrow>
  );
}
