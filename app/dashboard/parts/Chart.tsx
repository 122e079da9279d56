import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { ForScreenReaders } from '../../ui/layout.tsx';
import { useBoard } from '../BoardContext.tsx';
import { csvOf } from './csv.ts';
import { DataTable, HiddenTable, type Tabular } from './DataTable.tsx';
import { download } from './download.ts';

const Figure = styled.figure`
  margin: 0;
  min-width: 0;
`;

/** A picture's other face: the table behind it. */
export interface Face {
  readonly isTable: boolean;
  readonly toggle: () => void;
}

export function useFace(): Face {
  const [isTable, setTable] = useState(false);
  return { isTable, toggle: () => setTable(!isTable) };
}

/** Turns a picture into its table and back, and saves the table. */
export function FaceButtons({ face, table, file }: { face: Face; table: Tabular; file: string }) {
  const { say } = useBoard().language;
  const save = (): void => download(new Blob([csvOf(table)], { type: 'text/csv' }), file);
  return (
    <>
      {face.isTable ? <LinkButton onClick={save}>{say('chart.export')}</LinkButton> : null}
      <LinkButton
        onClick={face.toggle}
        aria-label={`${say(face.isTable ? 'chart.picture' : 'chart.table')}: ${table.caption}`}
      >
        {say(face.isTable ? 'chart.picture' : 'chart.table')}
      </LinkButton>
    </>
  );
}

/** A picture with the table behind it: to see, screen readers read the table, and it can be turned into it. */
export function Chart({ face, table, children }: { face: Face; table: Tabular; children: ReactNode }) {
  if (face.isTable) return <DataTable {...table} />;
  return (
    <Figure>
      <div aria-hidden="true">{children}</div>
      <ForScreenReaders as="div">
        <HiddenTable {...table} />
      </ForScreenReaders>
    </Figure>
  );
}
