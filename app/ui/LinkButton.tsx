import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';

/** A quiet action, set as a link; underlined where it is pointed at or has the focus. */
export const LinkButton = styled(Button).attrs({ isLink: true, type: 'button' })`
  && {
    text-decoration: none;
    font-size: 13px;
  }

  &&:hover,
  &&:focus-visible {
    text-decoration: underline;
  }
`;
