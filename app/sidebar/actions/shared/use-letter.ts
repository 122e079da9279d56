import { useEnvironment } from '../../../ui/Environment.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import type { DraftKind } from '../../draft/draft.ts';
import type { InsertOptions } from '../../draft/letter-html.ts';
import { useSidebar } from '../../SidebarContext.tsx';

/** Puts a macro's text into the reply and says so. @throws DraftError, RestError */
export function useLetter(): (kind: DraftKind, name: string, options?: InsertOptions) => Promise<void> {
  const { say } = useEnvironment().language;
  const { drafts } = useSidebar();
  const announce = useAnnounce();
  return async (kind, name, options) => {
    await drafts.insert(kind, options);
    announce(say('live.inserted', { event: name }));
  };
}
