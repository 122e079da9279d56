import { Combobox, Field, Option } from '@zendeskgarden/react-dropdowns';
import { useEffect, useState } from 'react';
import styled from 'styled-components';
import { z } from 'zod';
import type { PageHost } from '../../zaf/page-host.ts';
import { useBoard } from '../BoardContext.tsx';
import { useNames } from '../names/use-names.ts';

const Narrow = styled.div`
  width: 190px;
`;

const sitesSchema = z.object({ organizations: z.array(z.object({ id: z.number(), name: z.string() })) });
type Site = z.infer<typeof sitesSchema>['organizations'][number];

/** Zendesk finds organisations from two letters on. */
const LEAST_LETTERS = 2;
const ALL = 'all';

/** A name that can't be looked for finds nothing; typing on asks again. */
async function sitesLike(host: PageHost, text: string): Promise<Site[]> {
  const path = `/api/v2/organizations/autocomplete.json?name=${encodeURIComponent(text)}`;
  return await host.request({ path }).then(
    (answer) => sitesSchema.parse(answer).organizations.slice(0, 20),
    () => [],
  );
}

function useSites(text: string): readonly Site[] {
  const { host } = useBoard();
  const [sites, setSites] = useState<readonly Site[]>([]);
  useEffect(() => {
    if (text.trim().length < LEAST_LETTERS) return setSites([]);
    let wanted = true;
    const timer = setTimeout(async () => {
      const found = await sitesLike(host, text.trim());
      if (wanted) setSites(found);
    }, 200);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [host, text]);
  return sites;
}

export interface SiteFilterProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** One site out of thousands: found by the letters of its name. */
export function SiteFilter({ value, onChange }: SiteFilterProps) {
  const { say } = useBoard().language;
  const [text, setText] = useState('');
  const sites = useSites(text);
  const chosen = value === undefined ? null : Number(value);
  const name = useNames('organization', [chosen]);
  const all = say('filter.allSites');
  const label = chosen === null ? all : name(chosen);
  const others = sites.filter(({ id }) => id !== chosen);
  return (
    <Narrow>
      <Field>
        <Field.Label hidden>{say('filter.site')}</Field.Label>
        <Combobox
          isCompact
          isAutocomplete
          selectionValue={value ?? ALL}
          inputValue={text}
          renderValue={() => label}
          onChange={({ type, selectionValue, inputValue }) => {
            if (inputValue !== undefined) setText(inputValue);
            if (typeof selectionValue === 'string' && type !== 'fn:setInputValue') {
              setText('');
              if (selectionValue !== (value ?? ALL))
                onChange(selectionValue === ALL ? undefined : selectionValue);
            }
          }}
        >
          <Option value={ALL} label={all} />
          {value === undefined ? null : <Option value={value} label={label} />}
          {others.map((site) => (
            <Option key={site.id} value={String(site.id)} label={site.name} />
          ))}
          {others.length === 0 ? <Option isDisabled value="hint" label={say('filter.siteHint')} /> : null}
        </Combobox>
      </Field>
    </Narrow>
  );
}
