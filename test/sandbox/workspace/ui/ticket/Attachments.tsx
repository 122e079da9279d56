import { Anchor } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import type { Attachment } from '../../api/shapes.ts';
import { useWords } from '../../state/workspace.ts';
import { sizeText } from '../../text/size.ts';
import { color } from '../color.ts';
import { Dialog } from '../Dialog.tsx';
import { FileIcon } from '../icons.tsx';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 10px;
  margin: 10px 0 0;
  padding: 0;
  list-style: none;

  li {
    display: flex;
    align-items: center;
    max-width: 320px;
    gap: 10px;
    padding: 8px 12px 8px 8px;
    border: 1px solid ${color('border.default')};
    border-radius: 6px;
    background: ${color('background.default')};
  }

  li > span {
    min-width: 0;
  }

  a {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  small {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

const Thumb = styled.button`
  display: flex;
  align-items: center;
  justify-content: center;
  width: 56px;
  height: 56px;
  flex: none;
  padding: 0;
  overflow: hidden;
  border: 1px solid ${color('border.subtle')};
  border-radius: 4px;
  background: ${color('background.subtle')};
  cursor: zoom-in;

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
  }

  img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
`;

/** The files of a message: each can be downloaded, images can be looked at here. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  const words = useWords();
  const [shown, setShown] = useState<Attachment>();
  if (files.length === 0) return null;
  return (
    <>
      <List aria-label={words.t('attachments')}>
        {files.map((file) => (
          <li key={file.id}>
            {isImage(file) ? (
              <Thumb
                type="button"
                aria-label={words.t('showImage', { name: file.file_name })}
                onClick={() => setShown(file)}
              >
                <img src={pathOf(file)} alt="" loading="lazy" />
              </Thumb>
            ) : (
              <FileIcon style={{ flex: 'none' }} />
            )}
            <span>
              <Anchor href={pathOf(file)} download={file.file_name}>
                {file.file_name}
              </Anchor>
              <small>{sizeText(file.size, words.locale)}</small>
            </span>
          </li>
        ))}
      </List>
      {shown && (
        <Dialog title={shown.file_name} onClose={() => setShown(undefined)} width={900}>
          <img
            src={pathOf(shown)}
            alt={shown.file_name}
            style={{ maxWidth: '100%', maxHeight: '70vh', objectFit: 'contain' }}
          />
        </Dialog>
      )}
    </>
  );
}

function isImage(file: Attachment): boolean {
  return /^image\/(png|jpe?g|gif|webp)$/.test(file.content_type) && !file.deleted;
}

/** On this origin, which is the one that is signed in, whatever host the account calls itself. */
function pathOf(file: Attachment): string {
  const { pathname, search } = new URL(file.content_url, location.origin);
  return `${pathname}${search}`;
}
