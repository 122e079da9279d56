import { createContext, type ReactNode, useContext } from 'react';
import type { When } from '../ui/when.ts';
import type { PageHost } from '../zaf/page-host.ts';
import type { Api } from './api/client.ts';
import type { Format } from './format.ts';
import type { BoardLanguage } from './language.ts';
import type { Names } from './names/names.ts';

/** What everything on the page works with. */
export interface BoardValue {
  readonly host: PageHost;
  readonly api: Api;
  readonly names: Names;
  readonly language: BoardLanguage;
  readonly when: When;
  readonly format: Format;
  /** The reader's own id in Zendesk. */
  readonly userId: number;
  readonly userName: string;
  /** By which the page's policy takes style rules. */
  readonly nonce: string | undefined;
  /** Told of each failed question: an ended session ends the page. */
  readonly onFailure: (error: unknown) => void;
}

const BoardContext = createContext<BoardValue | undefined>(undefined);

export function BoardProvider({ value, children }: { value: BoardValue; children: ReactNode }) {
  return <BoardContext.Provider value={value}>{children}</BoardContext.Provider>;
}

/** @throws Error outside a {@link BoardProvider} */
export function useBoard(): BoardValue {
  const value = useContext(BoardContext);
  if (!value) throw new Error('wrap this component in a BoardProvider');
  return value;
}
