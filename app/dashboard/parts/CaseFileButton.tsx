import styled from 'styled-components';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useBoard } from '../BoardContext.tsx';
import { useFile } from './use-file.ts';

const OneLine = styled.span`
  white-space: nowrap;
`;

/** Gets the ombudsman's file of a case, in the reader's language where the service has it. */
export function CaseFileButton({ id }: { id: number }) {
  const { language } = useBoard();
  const { say } = language;
  const { loaded, failure, load } = useFile();
  const query = language.code === 'de' ? 'de' : 'en';
  const save = (): void => void load(`cases/${id}/file.zip?language=${query}`, `complaint-${id}.zip`);
  return (
    <>
      <LinkButton
        disabled={loaded !== undefined}
        onClick={save}
        aria-label={say('caseFile.get', { id: String(id) })}
      >
        <OneLine>{say(loaded === undefined ? 'caseFile.short' : 'caseFile.loading')}</OneLine>
      </LinkButton>
      <Failure text={failure} />
    </>
  );
}
