import { Button } from '@zendeskgarden/react-buttons';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useBoard } from '../BoardContext.tsx';
import { useFile } from '../parts/use-file.ts';

/** Saves all rows of the list, with the columns that are shown, as the service streams them. */
export function ExportButton({ path }: { path: string }) {
  const { language, format } = useBoard();
  const { say } = language;
  const { loaded, failure, load, stop } = useFile();
  const kilobytes = format.number(Math.round((loaded ?? 0) / 1_000));
  return (
    <>
      {loaded === undefined ? (
        <Button size="small" onClick={() => void load(path, 'complaints.csv')}>
          {say('register.export')}
        </Button>
      ) : (
        <span role="status">
          {say('register.exporting', { kilobytes })}{' '}
          <LinkButton onClick={stop}>{say('common.cancel')}</LinkButton>
        </span>
      )}
      <Failure text={failure} />
    </>
  );
}
