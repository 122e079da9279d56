import { ReviewNotice } from '../actions/ask-review/ReviewNotice.tsx';
import { CountReply } from '../actions/count-reply/CountReply.tsx';
import { NewMessage } from '../actions/question/NewMessage.tsx';
import { AccessNotice } from '../guards/AccessNotice.tsx';

/** What has happened on the ticket that somebody has to decide about, between the status and the buttons. */
export function CaseNotices() {
  return (
    <>
      <AccessNotice />
      <ReviewNotice />
      <CountReply />
      <NewMessage />
    </>
  );
}
