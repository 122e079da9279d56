import { useState } from 'react';
import { z } from 'zod';
import { readStored, writeStored } from '../../ui/stored.ts';
import { COLUMNS, type ColumnName, USUAL_COLUMNS } from './columns.tsx';

const KEPT = 'leads-columns';
const schema = z.array(z.enum(COLUMNS)).min(1);

/** Which columns the reader has chosen, kept in this browser; the ticket is always among them. */
export function useColumns() {
  const [chosen, setChosen] = useState<readonly ColumnName[]>(
    () => readStored(KEPT, schema) ?? USUAL_COLUMNS,
  );
  return {
    columns: COLUMNS.filter((name) => name === 'ticket' || chosen.includes(name)),
    toggle(name: ColumnName): void {
      const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
      setChosen(next);
      writeStored(KEPT, next, Date.now());
    },
  };
}
