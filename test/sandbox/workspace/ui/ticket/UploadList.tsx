import { IconButton } from '@zendeskgarden/react-buttons';
import { File } from '@zendeskgarden/react-forms';
import { Progress } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';
import { useStore } from '../../state/store.ts';
import { useWords } from '../../state/workspace.ts';
import { sizeText } from '../../text/size.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { CloseIcon } from '../icons.tsx';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin: 0;
  padding: 0 12px 8px;
  list-style: none;

  li {
    width: 260px;
  }
`;

/** The files that go with the comment, with how far they have got; each can be taken off. */
export function UploadList({ model }: { model: TicketModel }) {
  const words = useWords();
  const { composer } = useStore(model.store);
  if (composer.uploads.length === 0) return null;
  return (
    <List aria-label={words.t('uploads')}>
      {composer.uploads.map((upload) => (
        <li key={upload.key}>
          <File isCompact type="generic" {...(upload.failed ? { validation: 'error' as const } : {})}>
            <span style={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {upload.name} · {upload.failed ?? sizeText(upload.size, words.locale)}
            </span>
            <IconButton
              size="small"
              aria-label={words.t('removeFile', { name: upload.name })}
              onClick={() => model.detach(upload.key)}
            >
              <CloseIcon width={10} height={10} />
            </IconButton>
            {upload.token === undefined && upload.failed === undefined && (
              <Progress
                size="small"
                aria-label={words.t('uploading', { name: upload.name })}
                value={Math.round(upload.progress * 100)}
              />
            )}
          </File>
        </li>
      ))}
    </List>
  );
}
